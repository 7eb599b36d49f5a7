using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>
/// Work on a row that another moment, or another row, would make different: a date that is not the row's, a field of the portal that changes by
/// itself, one file or one key for all rows.
/// </summary>
static class Passing
{
    static readonly HashSet<string> Fields = new(EmbeddedRows.Names("RowByRow.tsv", "passes"), StringComparer.OrdinalIgnoreCase);

    static readonly HashSet<string> Due = EmbeddedRows.Names("RowByRow.tsv", "due");

    static readonly HashSet<string> Sets = EmbeddedRows.Names("RowByRow.tsv", "sets");

    public static bool IsIn(SyntaxNode work, Scene scene, Func<ISymbol, bool> isOfRow) => new CalledCode(scene).Any(work, (node, semantics) => IsMoment(node, semantics, scene, isOfRow))
        || MentionsPassingField(work) || work.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(c => IsOneForAll(c, scene, isOfRow));

    /// <summary>A field whose value is another one later, though nobody changed the row.</summary>
    public static bool MentionsPassingField(SyntaxNode code) => code.DescendantTokens().Any(static t => Fields.Contains(t.ValueText.TrimStart('>', '<', '=', '!', '@', '%')));

    /// <summary>Tasks have states below zero that they come to by themselves, such as overdue.</summary>
    public static bool AsksForState(SyntaxNode code, Scene scene) => code.DescendantNodes().Any(n => n switch
    {
        AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: "STATUS" or "status", Expression: var state } => !IsPlainState(state, scene),
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var key } }] }, Right: var state } => key.Trim('<', '>', '=', '!', '@') is "STATUS" or "status" && !IsPlainState(state, scene),
        InitializerExpressionSyntax { Expressions: [LiteralExpressionSyntax { Token.ValueText: var key }, var state] } => key.Trim('<', '>', '=', '!', '@') is "STATUS" or "status" && !IsPlainState(state, scene),
        _ => false,
    });

    static bool IsPlainState(ExpressionSyntax state, Scene scene) => scene.Semantics.GetConstantValue(state, scene.Cancellation) is { HasValue: true, Value: > 0 } || scene.Semantics.GetConstantValue(state, scene.Cancellation) is { HasValue: true, Value: string { Length: > 0 } text } && text[0] != '-';

    /// <summary>A date or a time that something gives which is not the row, or a question whether something is due.</summary>
    static bool IsMoment(SyntaxNode node, SemanticModel semantics, Scene scene, Func<ISymbol, bool> isOfRow)
    {
        var symbol = node is InvocationExpressionSyntax or MemberAccessExpressionSyntax ? semantics.GetSymbolInfo(node, scene.Cancellation).Symbol : null;
        if (symbol is IMethodSymbol asked && Due.Any(w => asked.Name.IndexOf(w, StringComparison.Ordinal) >= 0) && (asked.IsAbstract || scene.Callees.Known.IsLibrary(asked)))
            return true;
        return symbol switch
        {
            IPropertySymbol property => IsTime(property.Type) && property.IsAbstract,
            IMethodSymbol method => IsTime(Awaited(method.ReturnType)) && (method.IsAbstract && method.Parameters.Length == 0 || method.ContainingType is { Name: "File" or "Directory", ContainingNamespace.Name: "IO" }),
            _ => false,
        };
    }

    static ITypeSymbol Awaited(ITypeSymbol type) => TakenCall.IsTask(type) && type is INamedTypeSymbol { TypeArguments: [var result] } ? result : type;

    static bool IsTime(ITypeSymbol type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var value] } ? IsTime(value) : type.Name is "DateTime" or "DateTimeOffset" or "DateOnly" or "TimeOnly" && Aliasing.IsOfFramework(type);

    /// <summary><c>File.WriteAllText("last", id)</c>, <c>store.Set("last", id)</c></summary>
    static bool IsOneForAll(InvocationExpressionSyntax call, Scene scene, Func<ISymbol, bool> isOfRow) => call.ArgumentList.Arguments.Count > 1 && scene.SymbolOf(call) is IMethodSymbol method
        && (method.ContainingType is { Name: "File", ContainingNamespace.Name: "IO" } && method.Name.StartsWith("Write", StringComparison.Ordinal) || Sets.Contains(method.Name) && scene.Semantics.GetConstantValue(call.ArgumentList.Arguments[0].Expression, scene.Cancellation).HasValue && call.ArgumentList.Arguments.Count == 2)
        && !scene.Mentioned(call.ArgumentList.Arguments[0]).Any(isOfRow);
}
