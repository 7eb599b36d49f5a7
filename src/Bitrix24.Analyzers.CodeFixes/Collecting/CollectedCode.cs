using System.Collections.Immutable;
using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Bitrix24.Analyzers.CodeFixes.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Collecting;

/// <summary>The code that adds one call to the batch.</summary>
/// <param name="Call">The call.</param>
/// <param name="Sender">The delegate that the batch sends through.</param>
/// <param name="Json">What gives the JSON text of parameters, where the names of properties do not say it.</param>
/// <param name="Answers">Whether anybody can see the answer.</param>
/// <param name="Arguments">The command, and what else the batch is given with it.</param>
/// <param name="Layout">The layout of the call's statement.</param>
sealed record CollectedCode(DeferredCall Call, string Sender, string? Json, bool Answers, ImmutableArray<string> Arguments, Layout Layout)
{
    public static CollectedCode? Of(Document document, SemanticModel semantics, StatementSyntax loop, DeferredCall call, IMethodSymbol method, FixedFinding finding, CancellationToken cancellation)
    {
        var (layout, names) = (Layout.At(call.Statement), new Names(loop));
        var isAlone = !call.HasRest && call.Handler is null;
        var site = new CallSite(document, semantics, Plan(loop, call, semantics), method, finding, layout, names) { CommandDepth = isAlone ? 0 : 1 };
        if (finding[FixPayload.Shape] != FixPayload.CallsWrapper || call.HasRest && !CanHaveRest(call, semantics)
            || WrapperShape.Collected(site, isDropped: !call.HasRest, out var read, cancellation) is not { } shape || !shape.Answers && call.HasRest)
            return null;
        var arguments = ImmutableArray.CreateBuilder<string>();
        arguments.Add(shape.Command);
        if (call.HasRest)
        {
            var send = names.TakeForLambda("send", "sendCall");
            if (read is not null)
                arguments.Add(read);
            arguments.Add($"{send} => {layout.Code(call.Outer.ReplaceNode(call.Sent.Whole, SyntaxFactory.IdentifierName(send)), call.Outer, 1)}");
        }

        if (call.Handler is { } handler)
            arguments.Add("failed: " + Failed(handler, layout));
        return new(call, shape.Senders[0], shape.Json, shape.Answers, arguments.ToImmutable(), layout);
    }

    public string Add(string batch)
    {
        var add = batch + (Call.Taken.IsAsync ? ".AddAsync(" : ".Add(");
        return Arguments is [var only] ? $"{add}{only})" : $"{add}{string.Join(",", Arguments.Select(a => Layout.Break(1) + a))})";
    }

    /// <summary>The helper waits for the answer as the loop waits for the helper, and gives a task where that is awaited.</summary>
    static bool CanHaveRest(DeferredCall call, SemanticModel semantics) =>
        call.Sent.IsAsync == call.Taken.IsAsync && call.Sent.BlocksOnTask == call.Taken.BlocksOnTask && !call.Taken.BlocksOnTask
        && (!call.Taken.IsAsync || semantics.GetTypeInfo(call.Outer).Type?.Name == "Task");

    static string Failed(CatchClauseSyntax handler, Layout layout)
    {
        var exception = handler.Declaration?.Identifier.Text is { Length: > 0 } name ? name : "_";
        return handler.Block.Statements.Count == 0 ? exception + " => { }" : $"{exception} =>{layout.Break(1)}{layout.Code(handler.Block, 1)}";
    }

    /// <summary>A plan in which the loop itself makes the command, so that nothing is calculated ahead of it.</summary>
    static LoopPlan Plan(StatementSyntax loop, DeferredCall call, SemanticModel semantics)
    {
        bool Varies(SyntaxNode node) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
            .Any(n => semantics.GetSymbolInfo(n).Symbol is (ILocalSymbol or IRangeVariableSymbol) and var symbol && Scene.IsDeclaredIn(symbol, loop));
        var none = ImmutableArray<StatementSyntax>.Empty;
        var varying = call.Call.ArgumentList.Arguments.Where(Varies).ToImmutableArray();
        return new(loop, call.Call, call.Sent.Whole, call.Call, false, "", none, 0, null, none, varying, call.Handler is null, IsCaught: false, Prelude.MayThrow, call.Sent.IsAsync, call.Sent.BlocksOnTask, call.HasRest, false);
    }
}
