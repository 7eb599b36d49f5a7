using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Polling;

/// <summary>
/// What decides on a call besides the event: whatever looks at the row, or at anything but the form of the message. Its event, its token,
/// and whether it has an id are its form.
/// </summary>
/// <param name="member">The handler.</param>
/// <param name="requests">Its calls of the portal: what they answer is no form.</param>
sealed class EventGuards(SyntaxNode member, IEnumerable<SyntaxNode> requests)
{
    /// <summary>Flags that are made of flags; more nobody writes.</summary>
    const int MaxDepth = 4;

    static readonly ImmutableHashSet<string> Checks = Members("checks");

    static readonly ImmutableHashSet<string> Comparers = Members("compares");

    static readonly ImmutableHashSet<string> Readers = Members("reads");

    static readonly ImmutableHashSet<string> Pickers = Members("picks");

    static readonly ImmutableHashSet<string> Tokens = Members("tokens");

    readonly Lazy<ResultFlow> _flow = new(() => new ResultFlow(member));

    readonly Lazy<List<SyntaxNode>> _sources = new(() => member.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static c => !Reads(c)).Concat(requests).Distinct().ToList());

    static ImmutableHashSet<string> Members(string what) => EmbeddedTable.Rows("EventMessages.tsv").Where(row => row[0] == what).SelectMany(static row => row[1].Split(' ')).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>Whether something else than the event decides on the call: a condition around it, or one before it that leaves.</summary>
    public bool Hold(SyntaxNode call)
    {
        for (var node = call; node.Parent is { } parent && node != member; node = parent)
        {
            if (Holds(parent, node))
                return true;
        }

        return false;
    }

    bool Holds(SyntaxNode parent, SyntaxNode child) => parent switch
    {
        IfStatementSyntax branch => child != branch.Condition && Decides(branch.Condition),
        ConditionalExpressionSyntax choice => child != choice.Condition && Decides(choice.Condition),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => child == both.Right && Decides(both.Left),
        BlockSyntax block => LeavesBefore(block.Statements, child),
        SwitchSectionSyntax section => LeavesBefore(section.Statements, child) || !IsOfEvent(((SwitchStatementSyntax)section.Parent!).Sections.SelectMany(static s => s.Labels)) || section.Labels.OfType<CasePatternSwitchLabelSyntax>().Any(l => IsMore(l.WhenClause)),
        SwitchExpressionArmSyntax arm => child == arm.Expression && (!IsOfEvent(((SwitchExpressionSyntax)arm.Parent!).Arms.Select(static a => a.Pattern)) || IsMore(arm.WhenClause)),
        CommonForEachStatementSyntax each => child == each.Statement && IsPicked(each.Expression),
        AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } => Arguments.Receiver(call) is { } source && IsPicked(source),
        _ => false,
    };

    bool LeavesBefore(SyntaxList<StatementSyntax> statements, SyntaxNode child) =>
        statements.TakeWhile(s => s != child).OfType<IfStatementSyntax>().Any(i => Leaves(i) && Decides(i.Condition));

    static bool Leaves(IfStatementSyntax branch) => branch.Statement.DescendantNodesAndSelf().Any(static n => n is ReturnStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax or ThrowStatementSyntax);

    static bool IsOfEvent(IEnumerable<SyntaxNode> labels) => labels.Any(static l => l.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().Any(IsEvent));

    bool IsMore(WhenClauseSyntax? when) => when is not null && Decides(when.Condition);

    /// <summary>Only some of the elements are worked on.</summary>
    bool IsPicked(ExpressionSyntax elements) => member.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(c => SimpleName.Of(c.Expression) is { } name && Pickers.Contains(name) && _flow.Value.Reaches(elements, c));

    bool Decides(ExpressionSyntax condition) => !IsForm(condition, 0);

    bool IsForm(ExpressionSyntax condition, int depth) => condition switch
    {
        ParenthesizedExpressionSyntax inner => IsForm(inner.Expression, depth),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression } not => IsForm(not.Operand, depth),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both => IsForm(both.Left, depth) && IsForm(both.Right, depth),
        BinaryExpressionSyntax comparison => IsFormOf(comparison.Left, comparison.Right) || IsFormOf(comparison.Right, comparison.Left),
        IsPatternExpressionSyntax pattern => IsForm(pattern.Expression, pattern.Pattern),
        InvocationExpressionSyntax call => IsForm(call),
        IdentifierNameSyntax flag when depth < MaxDepth && ValueOf(flag) is { } value => IsForm(value, depth + 1),
        _ => IsOfMessage(condition),
    };

    /// <summary>A value that is compared with the name of an event, with a token, or with nothing.</summary>
    bool IsFormOf(ExpressionSyntax asked, ExpressionSyntax against) => IsEvent(against) || IsToken(against) || ((IsNothing(against) || IsLength(asked)) && IsOfMessage(asked));

    bool IsForm(ExpressionSyntax asked, PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax constant => IsFormOf(asked, constant.Expression),
        UnaryPatternSyntax not => IsForm(asked, not.Pattern),
        BinaryPatternSyntax either => IsForm(asked, either.Left) && IsForm(asked, either.Right),
        ParenthesizedPatternSyntax inner => IsForm(asked, inner.Pattern),
        _ => false,
    };

    bool IsForm(InvocationExpressionSyntax call)
    {
        var name = SimpleName.Of(call.Expression) ?? "";
        var given = call.ArgumentList.Arguments.Select(static a => a.Expression).ToList();
        if (Comparers.Contains(name))
            return given.Append(Arguments.Receiver(call)).OfType<ExpressionSyntax>().Any(static e => IsEvent(e) || IsToken(e) || IsStartOfEvent(e));
        return name == "TryGetValue" ? given.Count > 0 && given[0] is LiteralExpressionSyntax && IsOfMessage(call) : Checks.Contains(name) && given.TrueForAll(IsOfMessage);
    }

    /// <summary>Whether neither the portal nor anybody else was asked for a value.</summary>
    bool IsOfMessage(ExpressionSyntax value) => !_sources.Value.Exists(s => _flow.Value.Reaches(value, s));

    /// <summary>It gets a value out of a message.</summary>
    static bool Reads(InvocationExpressionSyntax call) => SimpleName.Of(call.Expression) is { } name
        && (Readers.Contains(name) || Checks.Contains(name) || Comparers.Contains(name) || name.StartsWith("Read", StringComparison.Ordinal) || name.StartsWith("Parse", StringComparison.Ordinal) || name.StartsWith("Deserialize", StringComparison.Ordinal));

    ExpressionSyntax? ValueOf(IdentifierNameSyntax flag) => BodySyntax.Within(member).OfType<VariableDeclaratorSyntax>().FirstOrDefault(v => v.Identifier.ValueText == flag.Identifier.ValueText)?.Initializer?.Value;

    static bool IsLength(ExpressionSyntax value) => SimpleName.Of(value) is "Length" or "Count";

    static bool IsNothing(ExpressionSyntax value) => value.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression || value is LiteralExpressionSyntax { Token.Value: 0 or 0L or "" };

    static bool IsEvent(ExpressionSyntax value) => value is LiteralExpressionSyntax { Token.Value: string text } && EventHandling.IsEvent(text);

    /// <summary>The events of one entity: <c>ONCRMDEAL</c>.</summary>
    static bool IsStartOfEvent(ExpressionSyntax value) => value is LiteralExpressionSyntax { Token.Value: string text } && text.StartsWith("ON", StringComparison.OrdinalIgnoreCase);

    static bool IsToken(ExpressionSyntax value) => SimpleName.Of(value) is { } name && Tokens.Contains(name);
}
