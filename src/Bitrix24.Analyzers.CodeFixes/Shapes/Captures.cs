using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>Whether the parts of a call can move into lambdas ahead of the loop.</summary>
static class Captures
{
    public static bool Allow(CallSite site, params ArgumentSyntax?[] moved)
    {
        var plan = site.Plan;
        if (plan.Varying.Any(a => !moved.Contains(a)))
            return false;
        var sender = site.Call.DescendantNodes(n => n is not ArgumentSyntax argument || !moved.Contains(argument)).ToList();
        if (site.Call.Expression is not (SimpleNameSyntax or MemberAccessExpressionSyntax) || sender.Exists(static n => n is AwaitExpressionSyntax or DeclarationExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 }))
            return false;
        var all = plan.Slice.AsEnumerable<SyntaxNode>().Append(site.Call).Concat(plan.Guard is null ? [] : [plan.Guard]).SelectMany(static n => n.DescendantNodesAndSelf()).Where(n => n.SyntaxTree == site.Call.SyntaxTree).ToList();
        return !sender.OfType<IdentifierNameSyntax>().Any(n => IsOfLoop(n, site)) && !all.Exists(static n => n is AwaitExpressionSyntax) && !all.Exists(n => CannotBeCaptured(n, site));
    }

    static bool IsOfLoop(IdentifierNameSyntax name, CallSite site) => site.Semantics.GetSymbolInfo(name).Symbol is (ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }) and var symbol
        && symbol.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == name.SyntaxTree && site.Plan.Loop.Span.Contains(r.Span));

    static bool CannotBeCaptured(SyntaxNode node, CallSite site)
    {
        if (node is not (IdentifierNameSyntax or ThisExpressionSyntax or BaseExpressionSyntax))
            return false;
        var symbol = site.Semantics.GetSymbolInfo(node).Symbol;
        return symbol switch
        {
            IParameterSymbol { IsThis: false } parameter => parameter.RefKind != RefKind.None || parameter.Type.IsRefLikeType || parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.TypeKind: TypeKind.Struct },
            ILocalSymbol local => local.IsRef || local.Type.IsRefLikeType,
            IFieldSymbol or IPropertySymbol or IMethodSymbol when !symbol.IsStatic && node.Parent is not MemberAccessExpressionSyntax { } => IsInStruct(symbol, node, site),
            _ => node is ThisExpressionSyntax or BaseExpressionSyntax && IsInStruct(null, node, site),
        };
    }

    static bool IsInStruct(ISymbol? member, SyntaxNode node, CallSite site) => site.Semantics.GetEnclosingSymbol(node.SpanStart)?.ContainingType is { TypeKind: TypeKind.Struct } type
        && (member is null || SymbolEqualityComparer.Default.Equals(member.ContainingType, type));
}
