using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Whether a sequence has the rows of the answer themselves, and not parts of them, or objects made of them.</summary>
sealed class WholeRows(Reading reading)
{
    readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    public bool Are(ExpressionSyntax rows) => rows.DescendantNodesAndSelf().All(n => n switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" or "SelectMany" or "ConvertAll" } } => false,
        IdentifierNameSyntax name when reading.OwnOf(name) is { } local => !_seen.Add(local) || reading.ValuesOf(local).All(Are) && Added(local).All(Are),
        _ => true,
    });

    /// <summary>What goes into a list: rows, or one of a loop over rows.</summary>
    IEnumerable<ExpressionSyntax> Added(ISymbol list) => reading.Scene.Locals.Of(list).Select(static u => u.Syntax)
        .Select(static u => u.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "AddRange", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var added }] } } ? added : null).OfType<ExpressionSyntax>()
        .Select(a => a is ObjectCreationExpressionSyntax or ImplicitObjectCreationExpressionSyntax or InvocationExpressionSyntax { Expression: IdentifierNameSyntax } ? MadeOf : a);

    /// <summary>Stands for what is made of a row.</summary>
    static readonly ExpressionSyntax MadeOf = Microsoft.CodeAnalysis.CSharp.SyntaxFactory.ParseExpression("rows.Select(row)");
}
