using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Expressions that are the id of a row, as a text or as a number: no two rows have the same.</summary>
/// <param name="reading">The code.</param>
/// <param name="row">The variable that holds the row.</param>
sealed class RowIds(Reading reading, ISymbol row)
{
    static readonly HashSet<string> Same = RowByRow.Names("renders");

    public bool Is(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax inner => Is(inner.Expression),
        CastExpressionSyntax cast => Is(cast.Expression),
        PostfixUnaryExpressionSyntax sure => Is(sure.Operand),
        IdentifierNameSyntax when reading.OwnOf(value) is { } local => !reading.Scene.Locals.IsReassigned(local) && (reading.ValuesOf(local).ToList() is [var made] ? Is(made) : Part(local) is { } part && Is(part)),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var of } => IsId(name) && IsRow(of),
        ElementAccessExpressionSyntax { Expression: var of, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var name } }] } => IsId(name) && IsRow(of),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetProperty", Expression: var of }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: var name } }] } => IsId(name) && IsRow(of),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var of }, ArgumentList.Arguments: var given } when Same.Contains(name) => Is(of) || given.Count > 0 && Is(given[0].Expression),
        _ => false,
    };

    /// <summary><c>var (id, title) = (row.Id, row.Title);</c></summary>
    static ExpressionSyntax? Part(ISymbol local) => local.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax
        {
            Parent: DeclarationExpressionSyntax { Parent: AssignmentExpressionSyntax { Right: TupleExpressionSyntax tuple } },
        } together } one && together.Variables.IndexOf(one) is >= 0 and var index && index < tuple.Arguments.Count ? tuple.Arguments[index].Expression : null;

    bool IsRow(ExpressionSyntax value) => value switch
    {
        ParenthesizedExpressionSyntax inner => IsRow(inner.Expression),
        CastExpressionSyntax cast => IsRow(cast.Expression),
        PostfixUnaryExpressionSyntax sure => IsRow(sure.Operand),
        _ => SymbolEqualityComparer.Default.Equals(reading.Scene.SymbolOf(value), row),
    };

    static bool IsId(string name) => name.Equals("ID", StringComparison.OrdinalIgnoreCase);
}
