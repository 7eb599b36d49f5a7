using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>The body that holds a loop, and what is known around it.</summary>
sealed record Scene(SemanticModel Semantics, Projects Projects, Callees Callees, LocalUses Locals, CancellationToken Cancellation)
{
    public static Scene? Of(SyntaxNode loop, SemanticModel semantics, CancellationToken cancellation)
    {
        var root = semantics.GetOperation(loop, cancellation);
        while (root?.Parent is not null)
            root = root.Parent;
        if (root is null)
            return null;
        var projects = new Projects(semantics.Compilation);
        var callees = new Callees(projects, overlooksRecords: false, cancellation);
        return new(semantics, projects, callees, new LocalUses(root, callees.Known, loop), cancellation);
    }

    /// <summary>Elements, as they are written, that are not null: something has asked them for a member.</summary>
    public IReadOnlyCollection<string> Present { get; init; } = [];

    /// <summary>The same behind some statements of a round, which ask elements for members.</summary>
    public Scene Behind(IEnumerable<StatementSyntax> statements) => this with
    {
        Present = [.. statements.SelectMany(static s => s.DescendantNodes(static n => !IsChoice(n))).OfType<MemberAccessExpressionSyntax>()
            .Where(a => SymbolOf(a.Expression) is IFieldSymbol { ContainingType.IsTupleType: true }).Select(static a => a.Expression.ToString())],
    };

    /// <summary>It does not run all that it is made of.</summary>
    static bool IsChoice(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax or IfStatementSyntax or QueryExpressionSyntax
        || node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression or SyntaxKind.CoalesceExpression or SyntaxKind.CoalesceAssignmentExpression;

    /// <summary>The same, with lines of a log and pauses not counted as doing something.</summary>
    public Scene WithoutRecords() => this with { Callees = new Callees(Projects, overlooksRecords: true, Cancellation) };

    public IOperation? Operation(SyntaxNode node) => Semantics.GetOperation(node, Cancellation);

    public ISymbol? Declared(SyntaxNode node) => Semantics.GetDeclaredSymbol(node, Cancellation);

    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => Semantics.GetTypeInfo(expression, Cancellation).Type;

    public ISymbol? SymbolOf(ExpressionSyntax expression) => Semantics.GetSymbolInfo(expression, Cancellation).Symbol;

    /// <summary>The effects of some pieces of code, with objects that were made within them left out of account.</summary>
    public Effects EffectsOf(IEnumerable<SyntaxNode> nodes, Func<ISymbol, bool> isNew)
    {
        var reader = new EffectReader(Callees, Locals, static _ => false, isNew);
        foreach (var node in nodes)
            ReadNode(reader, node);
        return reader.Effects;
    }

    public void ReadNode(EffectReader reader, SyntaxNode node)
    {
        node = Bare(node);
        if (Operation(node) is { } operation)
            reader.Read(operation);
        else if (node is not (IdentifierNameSyntax or MemberAccessExpressionSyntax or PredefinedTypeSyntax or GenericNameSyntax or BaseExpressionSyntax or EmptyStatementSyntax))
            reader.Effects.IsBroken = true;
    }

    /// <summary>Parentheses and <c>!</c> are no operations.</summary>
    static SyntaxNode Bare(SyntaxNode node) => node switch
    {
        ParenthesizedExpressionSyntax inner => Bare(inner.Expression),
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Bare(sure.Operand),
        _ => node,
    };

    /// <summary>Locals and parameters that some code mentions and does not declare itself.</summary>
    public IEnumerable<ISymbol> Mentioned(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Select(n => SymbolOf(n))
        .Where(s => s is ILocalSymbol or IParameterSymbol && !IsDeclaredIn(s, node))
        .Select(static s => s!);

    public static bool IsDeclaredIn(ISymbol symbol, SyntaxNode node) =>
        symbol.DeclaringSyntaxReferences is [var reference, ..] && reference.SyntaxTree == node.SyntaxTree && node.Span.Contains(reference.Span);

    public bool HasErrors(SyntaxNode node) => node.ContainsDiagnostics
        || Semantics.GetDiagnostics(node.Span, Cancellation).Any(static d => d.Severity == DiagnosticSeverity.Error && d.DefaultSeverity == DiagnosticSeverity.Error);
}
