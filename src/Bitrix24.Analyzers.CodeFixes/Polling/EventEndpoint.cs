using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>The endpoint to which the portal delivers events, added where a project starts its only web application.</summary>
static class EventEndpoint
{
    const string Name = "MapBitrix24Events";

    /// <summary>The solution with the endpoint, as it is where it has one, or null where nobody can say where it belongs.</summary>
    public static async Task<Solution?> AddAsync(Project project, IReadOnlyList<string> events, CancellationToken cancellation)
    {
        (Document Document, SyntaxNode Root, ExpressionStatementSyntax Start, ExpressionSyntax Application)? found = null;
        foreach (var document in project.Documents.Where(static d => d.SupportsSyntaxTree))
        {
            if (await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } semantics)
                continue;
            foreach (var call in root.DescendantNodes().OfType<InvocationExpressionSyntax>())
            {
                if (call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: var receiver })
                    continue;
                if (name == Name)
                    return project.Solution;
                if (name is not ("Run" or "RunAsync") || !IsWebApplication(semantics.GetTypeInfo(receiver, cancellation).Type))
                    continue;
                if (found is not null || receiver is not IdentifierNameSyntax || StatementOf(call) is not { } start)
                    return null;
                found = (document, root, start, receiver);
            }
        }

        return found is var (place, tree, run, application) ? place.WithSyntaxRoot(With(tree, run, $"{application}", events)).Project.Solution : null;
    }

    static bool IsWebApplication(ITypeSymbol? type) => type is { Name: "WebApplication" } && type.ContainingNamespace.ToDisplayString() == "Microsoft.AspNetCore.Builder";

    static ExpressionStatementSyntax? StatementOf(InvocationExpressionSyntax run) => (run.Parent is AwaitExpressionSyntax awaited ? awaited.Parent : run.Parent) is ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement ? statement : null;

    static SyntaxNode With(SyntaxNode root, ExpressionStatementSyntax run, string application, IReadOnlyList<string> events)
    {
        var layout = Layout.At(run);
        var line = $"// Tick {Joined(events)} in an outgoing webhook with this address, or subscribe an application by event.bind.";
        var map = LoopRewrite.Statement($"{application}.{Name}(\"/bitrix24/events\", {application}.Configuration[\"Bitrix24:ApplicationToken\"]);");
        map = map.WithLeadingTrivia(run.GetLeadingTrivia().Add(SyntaxFactory.Comment(line)).AddRange(SyntaxFactory.TriviaList(SyntaxFactory.EndOfLine(layout.NewLine), SyntaxFactory.Whitespace(layout.Indentation(0)))))
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine));
        var start = run.WithLeadingTrivia(SyntaxFactory.Whitespace(layout.Indentation(0)));
        return run.Parent is GlobalStatementSyntax global
            ? root.ReplaceNode(global, [SyntaxFactory.GlobalStatement(map), global.WithStatement(start)])
            : root.ReplaceNode(run, [map, start]);
    }

    static string Joined(IReadOnlyList<string> events) => events.Count < 2 ? string.Concat(events) : $"{string.Join(", ", events.Take(events.Count - 1))} and {events[events.Count - 1]}";
}
