using System.Text.RegularExpressions;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// Reads which rows of a list a call asks for, by the names and texts on its way. <c>&gt;ID</c> narrows nothing where it only turns the
/// page. A filter that a wrapper hands on is there where its caller gives one.
/// </summary>
sealed class ListFilter
{
    const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A comparison as the name of a filter, alone, in an address or in JSON: <c>&gt;DATE_MODIFY</c>, <c>filter[&gt;=LAST_UPDATED]</c>.</summary>
    static readonly Regex Comparison = new(@"(^|\[|"")\s*[<>]=?\s*(?!ID\b)[A-Z][A-Z0-9_]{2,}\s*(\]|""|$)", Options, TimeSpan.FromSeconds(1));

    /// <summary>The sign of a comparison, before a name that is added.</summary>
    static readonly Regex Sign = new(@"(^|\[)\s*[<>]=?\s*$", Options, TimeSpan.FromSeconds(1));

    static readonly Regex FromId = new(@"(^|\[|"")\s*>=?\s*ID\s*(\]|""|$)", Options, TimeSpan.FromSeconds(1));

    static readonly Regex Id = new(@"^\s*[@=]?ID\s*$", Options, TimeSpan.FromSeconds(1));

    static readonly Regex FilterOfId = new(@"filter""?[\[:]\s*\{?""?[@=]?ID[\]""]", Options, TimeSpan.FromSeconds(1));

    static readonly Regex Filter = new(@"^filter$|(^|[&?"",\s])filter[\[""]", Options, TimeSpan.FromSeconds(1));

    /// <summary>More text than this is no filter, and not worth a search.</summary>
    const int LongestText = 2000;

    readonly ParameterCode _code = new();
    readonly Dictionary<Effect, Selection> _known = [];
    readonly Dictionary<SyntaxNode, bool> _compares = [];

    public Selection Of(Effect list)
    {
        if (!_known.TryGetValue(list, out var known))
            _known.Add(list, known = Read(list));
        return known;
    }

    Selection Read(Effect list)
    {
        var isPaged = list.Recurs || list.Repetitions.Any(static r => r.Kind == RepetitionKind.Pages);
        var filters = list.Path.SelectMany((hop, i) => FiltersOf(list, i)).ToList();
        return filters.Exists(static f => NamesRows(f)) ? Selection.Named
            : list.Path.Any(hop => hop.Member is { } member && Compares(member)) || filters.Exists(f => IsBeyond(f, isPaged)) || (!isPaged && list.Path.Any(static hop => hop.Member is { } member && Texts(member).Any(FromId.IsMatch))) ? Selection.Beyond
            : filters.Exists(static f => !TurnsPages(f)) ? Selection.Some
            : Selection.Everything;
    }

    /// <summary>What a hop gives as filter, with the code that it is made of.</summary>
    IEnumerable<IReadOnlyList<SyntaxNode>> FiltersOf(Effect list, int hop)
    {
        var (at, isOnly) = (list.Path[hop], list.Path.Length == 1);
        if (at.Member is not { } member)
            yield break;
        foreach (var node in _code.Of(at, isOnly).SelectMany(static p => p.DescendantNodesAndSelf()))
        {
            if (Given(node) is not { } given || IsNothing(given))
                continue;
            if (given is IdentifierNameSyntax { Identifier.ValueText: var name } && Parameter(member, name) is { } position)
            {
                if (hop > 0 && Argument(list.Path[hop - 1], name, position) is { } argument && !IsNothing(argument) && list.Path[hop - 1].Member is { } caller)
                    yield return _code.With([argument], caller, Call(list.Path[hop - 1]));
            }
            else
            {
                yield return _code.With([given], member, Call(at));
            }
        }
    }

    static InvocationExpressionSyntax? Call(Hop hop) => hop.Node?.FirstAncestorOrSelf<InvocationExpressionSyntax>();

    /// <summary>The value of something that is called filter; a text that has one is its own value.</summary>
    static SyntaxNode? Given(SyntaxNode node) => node switch
    {
        AnonymousObjectMemberDeclaratorSyntax member when IsFilter(Name(member)) => member.Expression,
        ArgumentSyntax { NameColon.Name.Identifier.ValueText: var name } argument when IsFilter(name) => argument.Expression,
        AssignmentExpressionSyntax { Left: var left } assignment when IsFilter(SimpleName.Of(left)) || IsFilter(Name(assignment)) => assignment.Right,
        InitializerExpressionSyntax { Expressions: [_, var value] } entry when IsFilter(Name(entry)) => value,
        InvocationExpressionSyntax { ArgumentList.Arguments: [_, var value] } entry when IsFilter(Name(entry)) => value.Expression,
        LiteralExpressionSyntax { Token.ValueText: var text } when !IsFilter(text) && IsText(text) && Filter.IsMatch(Plain(text)) => node,
        InterpolatedStringTextSyntax { TextToken.ValueText: var text } when IsText(text) && Filter.IsMatch(Plain(text)) => node.Parent,
        _ => null,
    };

    static string? Key(ExpressionSyntax left) => left switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var key } }] } => key,
        ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var key } }] } => key,
        _ => null,
    };

    static bool IsFilter(string? name) => "filter".Equals(name, StringComparison.OrdinalIgnoreCase);

    static bool IsNothing(SyntaxNode value) => value switch
    {
        PostfixUnaryExpressionSyntax certain => IsNothing(certain.Operand),
        ExpressionSyntax expression when expression.IsKind(SyntaxKind.NullLiteralExpression) || expression.IsKind(SyntaxKind.DefaultLiteralExpression) => true,
        AnonymousObjectCreationExpressionSyntax { Initializers.Count: 0 } => true,
        BaseObjectCreationExpressionSyntax { Initializer: null or { Expressions.Count: 0 } } creation => creation.ArgumentList is null or { Arguments.Count: 0 },
        _ => false,
    };

    static int? Parameter(SyntaxNode member, string name)
    {
        var parameters = (member as BaseMethodDeclarationSyntax)?.ParameterList.Parameters;
        var position = parameters?.IndexOf(p => p.Identifier.ValueText == name) ?? -1;
        return position < 0 ? null : position;
    }

    static ExpressionSyntax? Argument(Hop caller, string name, int position)
    {
        var arguments = Call(caller)?.ArgumentList.Arguments;
        return arguments?.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == name)?.Expression
            ?? (arguments is { } all && all.Count > position && all[position].NameColon is null ? all[position].Expression : null);
    }

    static bool NamesRows(IReadOnlyList<SyntaxNode> filter) => filter.Any(static p => p.DescendantNodesAndSelf().Any(static n => Name(n) is { } name && Id.IsMatch(name)) || Texts(p).Any(FilterOfId.IsMatch));

    /// <summary>The name of an entry of a dictionary or an anonymous object.</summary>
    static string? Name(SyntaxNode entry) => entry switch
    {
        AnonymousObjectMemberDeclaratorSyntax member => member.NameEquals?.Name.Identifier.ValueText ?? SimpleName.Of(member.Expression),
        AssignmentExpressionSyntax { Left: var left } => Key(left),
        InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [LiteralExpressionSyntax { Token.ValueText: var key }, _] } => key,
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var key } }, _] } call when SimpleName.Of(call.Expression) is "Add" or "TryAdd" => key,
        _ => null,
    };

    /// <summary>Nothing but <c>&gt;ID</c>: it goes through all rows.</summary>
    static bool TurnsPages(IReadOnlyList<SyntaxNode> filter) => filter[0] is BaseObjectCreationExpressionSyntax { Initializer.Expressions: { Count: > 0 } entries }
        ? entries.All(static e => FromId.IsMatch(Name(e) ?? ""))
        : Texts(filter[0]).SelectMany(static t => Filter.Matches(t).Cast<Match>().Select(m => t.Substring(m.Index + m.Length - 1))).ToList() is { Count: > 0 } conditions && conditions.TrueForAll(static c => FromId.IsMatch(c));

    bool IsBeyond(IReadOnlyList<SyntaxNode> filter, bool isPaged) => filter.Any(p => Texts(p).Any(static t => Comparison.IsMatch(t) || Sign.IsMatch(t)) || (!isPaged && Texts(p).Any(FromId.IsMatch)) || FromKept(p));

    /// <summary>Rows from an id on that outlives the run, and that nothing here sets back.</summary>
    bool FromKept(SyntaxNode piece) => piece.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>().Any(a => Key(a.Left) is { } key && FromId.IsMatch(key)
        && a.Right is IdentifierNameSyntax { Identifier.ValueText: var last } && _code.IndexOf(BodyIndex.ScopeOf(a)) is var index && !index.Declares(last) && !index.Assignments(last).Any(static s => s.IsKind(SyntaxKind.SimpleAssignmentExpression) && s.Right is LiteralExpressionSyntax));

    bool Compares(SyntaxNode member)
    {
        if (!_compares.TryGetValue(member, out var known))
            _compares.Add(member, known = Texts(member).Any(static t => t.IndexOfAny(['<', '>']) >= 0 && Comparison.IsMatch(t)));
        return known;
    }

    static IEnumerable<string> Texts(SyntaxNode code) => code.DescendantTokens().Where(static t => IsTextToken(t) && IsText(t.ValueText)).Select(static t => Plain(t.ValueText));

    static bool IsText(string text) => text.Length is > 0 and <= LongestText;

    /// <summary>An address may have the signs as <c>%3E</c>.</summary>
    static string Plain(string text) => text.IndexOf('%') < 0 ? text : Uri.UnescapeDataString(text);

    static bool IsTextToken(SyntaxToken token) => token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken;
}
