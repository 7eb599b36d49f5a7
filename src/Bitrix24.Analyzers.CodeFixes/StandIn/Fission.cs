using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Plans plain foreach loops.</summary>
static class Fission
{
    public static LoopPlan? Plan(InvocationExpressionSyntax call, SemanticModel semantics, bool writes, string others, CancellationToken cancellation, out string refusal)
    {
        refusal = "";
        if (call.Ancestors().OfType<ForEachStatementSyntax>().FirstOrDefault() is not { } loop)
            return null;
        ExpressionSyntax whole = call;
        while (whole.Parent is MemberAccessExpressionSyntax or AwaitExpressionSyntax || whole.Parent is InvocationExpressionSyntax i && i.Expression == whole)
            whole = (ExpressionSyntax)whole.Parent;
        var statement = whole.FirstAncestorOrSelf<StatementSyntax>()!;
        var used = whole.Parent is not ExpressionStatementSyntax;
        var slice = loop.Statement is BlockSyntax body ? body.Statements.TakeWhile(s => s != statement).ToImmutableArray() : ImmutableArray<StatementSyntax>.Empty;
        var wholeBody = !used && (loop.Statement == statement || loop.Statement is BlockSyntax block && block.Statements.Last() == statement);
        return new LoopPlan(loop, call, whole, loop.Expression, false, loop.Identifier.ValueText, slice, slice.Length, null, slice, call.ArgumentList.Arguments.Where(a => a.ToString().Contains(loop.Identifier.ValueText)).ToImmutableArray(), true, whole is AwaitExpressionSyntax, false, used, wholeBody);
    }
}
