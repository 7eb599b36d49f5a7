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
            foreach (var (facts, type) in FactsOf(body.Member))
            {
                var sites = Of(facts, type);
                if (!sites.IsEmpty)
                    yield return sites;
            }
        }
    }

    IEnumerable<(BodyFacts Facts, INamedTypeSymbol? Type)> FactsOf(SyntaxNode member)
    {
        // A lambda that a field is made with has no method around it.
        if (member is VariableDeclaratorSyntax or EqualsValueClauseSyntax)
            return [(FactsReader.Read(model, semantics, member, null, cancellation), semantics.GetEnclosingSymbol(member.SpanStart, cancellation)?.ContainingType)];
        return MethodsOf(member).Select(m => (model.FactsOf(m, cancellation), m.ContainingType))!;
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

    ImmutableArray<Site> Of(BodyFacts facts, INamedTypeSymbol? type)
    {
        Summary SummaryOf(IMethodSymbol callee) => model.SummaryOf(callee, cancellation);
        var sites = ImmutableArray.CreateBuilder<Site>();
        foreach (var call in facts.Calls)
        {
            cancellation.ThrowIfCancellationRequested();
            var repetitions = RepetitionsOf(call, SummaryOf);
            var effects = EffectPush.Of(call, SummaryOf, type).Where(e => e is { IsRequest: true, Rest: not null } && !IsKept(e))
                .Select(static e => e with { Repetitions = e.Repetitions.RemoveAll(static r => r.Kind == RepetitionKind.Few) }).ToImmutableArray();
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
                case LoopFrame { Repetition.Kind: RepetitionKind.Few }:
                    break;
                case LoopFrame loop:
                    repetitions.Insert(0, loop.Repetition);
                    break;
                case DelegateFrame handed when summaryOf(handed.Callee).Effects.FirstOrDefault(e => e.DelegateOrdinal == handed.Ordinal) is { } invocation:
                    repetitions.InsertRange(0, invocation.Repetitions.Where(static r => r.Kind != RepetitionKind.Few));
                    break;
                case DelegateFrame or DetachedFrame:
                    return repetitions.ToImmutableArray();
            }
        }

        return repetitions.ToImmutableArray();
    }
}
