using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Answers that are errors: whether the code that reads a list, or the client in sight, throws for them.</summary>
sealed class BadAnswers(Reading reading)
{
    /// <summary>Methods of a client that call each other; more nobody writes.</summary>
    const int MaxCalls = 5;

    static readonly HashSet<string> Judging = EmbeddedRows.Names("Answers.tsv", "judges");

    readonly Sources _sources = new(reading.Scene.Semantics.Compilation, reading.Scene.Cancellation);

    public bool AreThrown() => reading.Statements.Any(s => s.DescendantNodes().Any(IsJudged)) || reading.Scene.SymbolOf(reading.Call) is IMethodSymbol method && AreThrown(method, 0);

    bool AreThrown(IMethodSymbol method, int depth)
    {
        if (depth >= MaxCalls)
            return false;
        var bodies = _sources.ImplementationsOf((method.ReducedFrom ?? method).OriginalDefinition).Select(m => _sources.BodyOf(m)).OfType<IOperation>().ToList();
        return bodies.Count > 0 && bodies.TrueForAll(b => b.Syntax.DescendantNodesAndSelf().Any(IsJudged) || b.DescendantsAndSelf().OfType<IInvocationOperation>().Any(c => AreThrown(c.TargetMethod, depth + 1)));
    }

    static bool IsJudged(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } => Judging.Contains(name),
        IfStatementSyntax { Condition: var asked, Statement: ThrowStatementSyntax or BlockSyntax { Statements: [.., ThrowStatementSyntax] } } => asked.DescendantTokens().Any(static t =>
            t.ValueText.IndexOf("status", StringComparison.OrdinalIgnoreCase) >= 0 || t.ValueText.IndexOf("error", StringComparison.OrdinalIgnoreCase) >= 0),
        _ => false,
    };
}
