using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>The endpoint that events are delivered to, in the one place where the project runs its web application.</summary>
static class EventsEndpoint
{
    const string Maps = "MapBitrix24Events";

    static readonly string[] Runs = ["Run", "RunAsync"];

    /// <summary>The project with the endpoint; null where nobody knows where it belongs.</summary>
    public static async Task<Solution?> AddAsync(Project project, PolledList list, CancellationToken cancellation)
    {
        var places = new List<(Document Document, SyntaxNode Root, ExpressionStatementSyntax Run)>();
        foreach (var document in project.Documents)
        {
            if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root)
                continue;
            if (root.DescendantNodes().Any(static n => n is IdentifierNameSyntax { Identifier.ValueText: Maps }))
                return project.Solution;
            var runs = root.DescendantNodes().OfType<ExpressionStatementSyntax>().Where(static s => Application(s) is not null).ToList();
            if (runs.Count > 0 && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is { } semantics)
                places.AddRange(runs.Where(r => IsWebApplication(semantics.GetTypeInfo(Application(r)!, cancellation).Type)).Select(r => (document, root, r)));
        }

        return places is [var (found, tree, run)] && Insert(tree, run, list) is { } mapped ? found.WithSyntaxRoot(mapped).Project.Solution : null;
    }

    /// <summary>What a statement runs: <c>app.Run();</c></summary>
    static IdentifierNameSyntax? Application(ExpressionStatementSyntax statement) => (statement.Expression is AwaitExpressionSyntax awaited ? awaited.Expression : statement.Expression) is
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax application, Name.Identifier.ValueText: var name } } && Array.IndexOf(Runs, name) >= 0 ? application : null;

    static bool IsWebApplication(ITypeSymbol? type) => type is { Name: "WebApplication", ContainingNamespace: { } space } && space.ToDisplayString() == "Microsoft.AspNetCore.Builder";

    static SyntaxNode? Insert(SyntaxNode root, ExpressionStatementSyntax run, PolledList list)
    {
        var layout = Layout.At(run);
        var application = Application(run)!.Identifier.ValueText;
        var code = $"// Tick {string.Join(" and ", list.Events)} in an outgoing webhook with this address, or subscribe an application by event.bind.{layout.Break(0)}{application}.{Maps}(\"/bitrix24/events\", {application}.Configuration[\"Bitrix24:ApplicationToken\"]);";
        var added = SyntaxFactory.ParseStatement(code);
        added = added.WithLeadingTrivia(run.GetLeadingTrivia().Concat(added.GetLeadingTrivia())).WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine), SyntaxFactory.Whitespace(layout.Indentation(0)));
        return LoopRewrite.Insert(root, run, [added, run.WithoutLeadingTrivia()], layout);
    }
}
