using System.Collections.Immutable;
using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Summaries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Polling;

/// <summary>Finds the handlers of events in one tree. Members that names already rule out are not bound.</summary>
sealed class EventReader(RestModel model, SemanticModel semantics, CancellationToken cancellation)
{
    public IEnumerable<Feedback> Feedback()
    {
        model.Use(semantics);
        foreach (var body in TreeOutline.Of(semantics.SyntaxTree, cancellation).Bodies)
        {
            cancellation.ThrowIfCancellationRequested();
            if (body.Member is TypeDeclarationSyntax || !body.NamesEvent || !model.Reach.CouldSend(body) || semantics.GetDeclaredSymbol(body.Member, cancellation) is not IMethodSymbol method)
                continue;
            Summary SummaryOf(IMethodSymbol callee) => model.SummaryOf(callee, cancellation);
            var calls = model.FactsOf(method, cancellation).Calls.Select(c => (c, EffectPush.Of(c, SummaryOf, method.ContainingType).Where(static e => e.IsRequest).ToImmutableArray()));
            foreach (var feedback in EventHandling.In(body.Member, calls))
                yield return feedback;
        }
    }
}
