using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Collecting;

/// <summary>The innermost loop around some calls. Calls wait in it until there are fifty, so it must come to its end by itself.</summary>
static class CollectingLoop
{
    public static StatementSyntax? Around(IReadOnlyList<InvocationExpressionSyntax> calls)
    {
        for (SyntaxNode? node = calls[0].Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax when calls.All(c => BodyOf((StatementSyntax)node).Span.Contains(c.Span)):
                    return (StatementSyntax)node;
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax:
                    return null;
            }
        }

        return null;
    }

    static StatementSyntax BodyOf(StatementSyntax loop) => loop switch
    {
        ForStatementSyntax counted => counted.Statement,
        CommonForEachStatementSyntax each => each.Statement,
        WhileStatementSyntax repeated => repeated.Statement,
        DoStatementSyntax repeated => repeated.Statement,
        _ => throw new InvalidOperationException(loop.Kind() + " is no loop"),
    };

    /// <summary>
    /// What runs between two elements: the queries over collections that the loop, and loops in it, enumerate. Null where the
    /// elements of any are made in another way.
    /// </summary>
    public static IReadOnlyList<SyntaxNode>? Queries(StatementSyntax loop, Scene scene)
    {
        var queries = new List<SyntaxNode>();
        foreach (var each in loop.DescendantNodesAndSelf().OfType<CommonForEachStatementSyntax>())
        {
            var repeatable = new Repeatable(scene.Locals);
            if (each.AwaitKeyword.RawKind != 0 || scene.Operation(each.Expression) is not { } source || !repeatable.Is(source))
                return null;
            queries.AddRange(repeatable.Origins.Append(source).Where(static o => !Repeatable.IsStored(Roots.TypeOf(o))).Select(static o => o.Syntax));
        }

        return queries;
    }

    /// <summary>A loop whose rounds nobody can count, and that waits for something else than the calls, may wait for ever.</summary>
    public static bool MayWait(StatementSyntax loop, IReadOnlyList<DeferredCall> calls) => loop is not (ForStatementSyntax { Condition: not null } or CommonForEachStatementSyntax)
        && loop.DescendantNodes().Any(n => n is AwaitExpressionSyntax && !calls.Any(c => c.Statement.Span.Contains(n.Span))
            || n is SimpleNameSyntax { Identifier.ValueText: "Sleep" or "Wait" or "WaitOne" or "WaitAll" or "WaitAny" or "SpinWait" or "Take" or "Result" or "GetResult" } && !calls.Any(c => c.Statement.Span.Contains(n.Span)));
}
