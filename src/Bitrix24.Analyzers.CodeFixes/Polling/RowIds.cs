using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Expressions that are the id of a row, as a text or as a number: no two rows have the same.</summary>
/// <param name="reading">The code.</param>
/// <param name="row">The variable that holds the row.</param>
sealed class RowIds(Reading reading, ISymbol row)
{
    static readonly HashSet<string> Same = EmbeddedRows.Names("RowByRow.tsv", "renders");

    public bool Is(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax inner => Is(inner.Expression),
        CastExpressionSyntax cast => reading.Scene.TypeOf(cast) is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_String or SpecialType.System_Object } && Is(cast.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Is(sure.Operand),
        IdentifierNameSyntax when reading.OwnOf(value) is { } local => !reading.Scene.Locals.IsReassigned(local) && (reading.ValuesOf(local).ToList() is [var made] ? Is(made) : Part(local) is { } part && Is(part)),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var of } => IsId(name) && IsRow(of) && !IsNamedOtherwise(value),
        ElementAccessExpressionSyntax { Expression: var of, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var name } }] } => IsId(name) && IsRow(of),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetProperty", Expression: var of }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var name } }] } => IsId(name) && IsRow(of),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var of }, ArgumentList.Arguments: var given } when Same.Contains(name) => given.Skip(given.Count > 0 && Is(given[0].Expression) ? 1 : 0).All(a => reading.Scene.TypeOf(a.Expression)?.Name == "CultureInfo") && (given.Count > 0 && Is(given[0].Expression) || Is(of)),
        _ => false,
    };

    /// <summary><c>var (id, title) = (row.Id, row.Title);</c></summary>
    static ExpressionSyntax? Part(ISymbol local) => local.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax
        {
            Parent: DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax tuple } },
        } together } one && together.Variables.IndexOf(one) is >= 0 and var index && index < tuple.Arguments.Count ? tuple.Arguments[index].Expression : null;

    public bool IsRow(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax inner => IsRow(inner.Expression),
        CastExpressionSyntax cast => IsRow(cast.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => IsRow(sure.Operand),
        _ => SymbolEqualityComparer.Default.Equals(reading.Scene.SymbolOf(value), row),
    };

    /// <summary><c>[JsonPropertyName("COMPANY_ID")] public string Id</c></summary>
    bool IsNamedOtherwise(ExpressionSyntax member) => reading.Scene.SymbolOf(member)?.GetAttributes().Any(static a => a.ConstructorArguments.Concat(a.NamedArguments.Select(static n => n.Value)).Any(static v => v.Value is string name && !IsId(name))) == true;

    static bool IsId(string name) => name.Equals("ID", StringComparison.OrdinalIgnoreCase);
}
