using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Expressions that give the rows of the answer, each for itself: none is left out, counted or put in order for the sake of others.</summary>
sealed class RowsOf(Reading reading, IReadOnlyDictionary<ISymbol, CommonForEachStatementSyntax> rows)
{
    /// <summary>Steps from the answer to its rows; more nobody writes.</summary>
    const int MaxDepth = 30;

    static readonly HashSet<string> Keeping = EmbeddedRows.Names("RowByRow.tsv", "keeps");

    static readonly HashSet<string> Made = EmbeddedRows.Names("RowByRow.tsv", "makes");

    readonly AnswerMember _members = new(reading);

    public bool Are(ExpressionSyntax expression) => Are(expression, 0);

    bool Are(ExpressionSyntax? expression, int depth) => expression switch
    {
        null => false,
        _ when depth > MaxDepth => false,
        InvocationExpressionSyntax call when call == reading.Call => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var source, Name.Identifier.ValueText: var name }, ArgumentList.Arguments: var arguments } =>
            Keeping.Contains(name) && arguments.All(IsRowWise) ? Are(source, depth + 1) : Made.Contains(name) && arguments.Count > 0 && Are(arguments[0].Expression, depth + 1),
        IdentifierNameSyntax when reading.OwnOf(expression) is { } local => AreIn(local, depth),
        AwaitExpressionSyntax awaited => Are(awaited.Expression, depth + 1),
        ParenthesizedExpressionSyntax inner => Are(inner.Expression, depth + 1),
        CastExpressionSyntax cast => Are(cast.Expression, depth + 1),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Are(sure.Operand, depth + 1),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AsExpression } cast => Are(cast.Left, depth + 1),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: not ("Keys" or "Values" or "Count" or "Length") } access => IsHeld(access, access) && Are(access.Expression, depth + 1),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } }] } element => Are(element.Expression, depth + 1),
        ConditionalAccessExpressionSyntax access => Are(access.Expression, depth + 1) && access.WhenNotNull.DescendantNodesAndSelf().All(IsPlainPart) && access.WhenNotNull.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(static n => n is MemberBindingExpressionSyntax or MemberAccessExpressionSyntax).All(m => IsHeld(m, access)),
        _ => false,
    };

    /// <summary>A member that has the rows as they came, or none where they did not come.</summary>
    bool IsHeld(ExpressionSyntax member, ExpressionSyntax whole) => AnswerMember.Holds(reading.Scene.SymbolOf(member)) && _members.IsSure(whole);

    static bool IsPlainPart(SyntaxNode part) => part is MemberBindingExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax
        || (part is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } && Keeping.Contains(name)) || part is ArgumentListSyntax { Arguments.Count: 0 };

    /// <summary>A variable that only ever has rows, and to which only rows are added.</summary>
    bool AreIn(ISymbol local, int depth)
    {
        if (rows.ContainsKey(local))
            return false;
        var values = reading.ValuesOf(local).ToList();
        var isAsked = reading.Scene.Locals.Of(local).Count > 0 && Asked(local) is { } answer && Are(answer, depth + 1);
        return (values.Count > 0 || isAsked) && values.TrueForAll(v => IsEmpty(v) || Are(v, depth + 1)) && Added(local).All(a => AreAdded(a, depth + 1));
    }

    bool AreAdded(ExpressionSyntax added, int depth) => IsRow(added) || Are(added, depth);

    /// <summary>A row, or what is made of a row alone.</summary>
    bool IsRow(ExpressionSyntax value) => value.Parent?.Parent?.Parent is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } } && rows.Values.Any(loop => loop.Statement.Span.Contains(value.Span));

    IEnumerable<ExpressionSyntax> Added(ISymbol local) => Calls(local).Where(static c => c.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "AddRange" })
        .SelectMany(static c => c.ArgumentList.Arguments).Select(static a => a.Expression);

    /// <summary>The calls of a variable's own members.</summary>
    public IEnumerable<InvocationExpressionSyntax> Calls(ISymbol local) => reading.Scene.Locals.Of(local).Select(static u => u.Syntax)
        .Select(static u => u.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access && access.Expression == u ? call : null).OfType<InvocationExpressionSyntax>();

    /// <summary><c>page.TryGetProperty("result", out var rows)</c></summary>
    static ExpressionSyntax? Asked(ISymbol local) => local.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is SingleVariableDesignationSyntax
        {
            Parent: DeclarationExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "TryGetProperty" or "TryGetValue", Expression: var answer } } } },
        } ? answer : null;

    public static bool IsEmpty(ExpressionSyntax value) => value switch
    {
        BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: null or { Arguments.Count: 0 } } => true,
        CollectionExpressionSyntax { Elements.Count: 0 } => true,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" }, ArgumentList.Arguments.Count: 0 } => true,
        _ => false,
    };

    /// <summary>A constant, a type, options, or a function of one row.</summary>
    bool IsRowWise(ArgumentSyntax argument) => argument.Expression switch
    {
        LiteralExpressionSyntax => true,
        SimpleLambdaExpressionSyntax lambda => !reading.OwnIn(lambda).Any(),
        ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 1 } lambda => !reading.OwnIn(lambda).Any(),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => reading.Scene.SymbolOf(argument.Expression) is IFieldSymbol or IPropertySymbol or IParameterSymbol || reading.Scene.SymbolOf(argument.Expression) is IMethodSymbol { Parameters.Length: 1 },
        _ => false,
    };
}
