using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Sites;

/// <summary>Finds the sites of one tree. Members that names already rule out are not bound.</summary>
sealed class SiteReader(RestModel model, SemanticModel semantics, CancellationToken cancellation)
{
    public IEnumerable<ImmutableArray<Site>> Bodies()
    {
        model.Use(semantics);
        foreach (var body in TreeOutline.Of(semantics.SyntaxTree, cancellation).Bodies)
        {
            if (!model.Reach.CouldRepeat(body))
                continue;
            foreach (var method in MethodsOf(body.Member))
            {
                var sites = Of(method);
                if (!sites.IsEmpty)
                    yield return sites;
            }
        }
    }

    /// <summary>The bodies of a member: its own, its accessors', and those of local functions in it.</summary>
    IEnumerable<IMethodSymbol> MethodsOf(SyntaxNode member)
    {
        IEnumerable<SyntaxNode> declarations = member switch
        {
            PropertyDeclarationSyntax { ExpressionBody: { } arrow } => [arrow],
            IndexerDeclarationSyntax { ExpressionBody: { } arrow } => [arrow],
            BasePropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors,
            _ => [member],
        };
        foreach (var declaration in declarations.Concat(BodySyntax.LocalFunctions(member)))
        {
            var symbol = declaration switch
            {
                ArrowExpressionClauseSyntax arrow => (semantics.GetDeclaredSymbol(arrow.Parent!, cancellation) as IPropertySymbol)?.GetMethod,
                CompilationUnitSyntax unit => semantics.GetDeclaredSymbol(unit, cancellation) as IMethodSymbol,
                _ => semantics.GetDeclaredSymbol(declaration, cancellation) as IMethodSymbol,
            };
            if (symbol is not null)
                yield return symbol;
        }
    }

    ImmutableArray<Site> Of(IMethodSymbol method)
    {
        Summary SummaryOf(IMethodSymbol callee) => model.SummaryOf(callee, cancellation);
        var sites = ImmutableArray.CreateBuilder<Site>();
        foreach (var call in model.FactsOf(method, cancellation).Calls)
        {
            var repetitions = RepetitionsOf(call, SummaryOf);
            var effects = EffectPush.Of(call, SummaryOf, method.ContainingType).Where(e => e is { IsRequest: true, Rest: not null } && !IsKept(e)).ToImmutableArray();
            if (!effects.IsEmpty)
                sites.Add(new Site(call, effects, repetitions));
        }

        return sites.ToImmutable();
    }

    /// <summary>A result that is kept for ever, or under a key that this body does not change.</summary>
    static bool IsKept(Effect effect) => effect.IsKept && (effect.MemoKey is null || !effect.MemoKey.HasLocal);

    static ImmutableArray<Repetition> RepetitionsOf(CallFact call, Func<IMethodSymbol, Summary> summaryOf)
    {
        var repetitions = new List<Repetition>();
        foreach (var frame in call.Frames)
        {
            switch (frame)
            {
                case LoopFrame loop:
                    repetitions.Insert(0, loop.Repetition);
                    break;
                case DelegateFrame handed when summaryOf(handed.Callee).Effects.FirstOrDefault(e => e.DelegateOrdinal == handed.Ordinal) is { } invocation:
                    repetitions.InsertRange(0, invocation.Repetitions);
                    break;
                case DelegateFrame or DetachedFrame:
                    return repetitions.ToImmutableArray();
            }
        }

        return repetitions.ToImmutableArray();
    }
}
