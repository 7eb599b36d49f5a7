using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>Says whether, and over what, a loop repeats a call that stands in it; null where it does not.</summary>
sealed class LoopReader(SemanticModel semantics, BodyIndex index, DurationReader figures, CancellationToken cancellation)
{
    /// <summary>This many rounds are alternatives or attempts, not load.</summary>
    public const int FewRounds = 3;

    readonly Dictionary<SyntaxNode, Rounds> _rounds = [];

    public Repetition? Read(SyntaxNode loop, SyntaxNode call)
    {
        var repetition = loop switch
        {
            CommonForEachStatementSyntax each => ReadForEach(each, call),
            ForStatementSyntax @for => ReadFor(@for, call),
            WhileStatementSyntax @while => ReadWhile(@while, @while.Statement, call),
            DoStatementSyntax @do => ReadWhile(@do, @do.Statement, call),
            _ => null,
        };
        if (repetition is null || OnePass.LeavesAfter(call, loop))
            return null;
        if (repetition.Constant is <= FewRounds)
            repetition = repetition with { Kind = RepetitionKind.Few };
        var rounds = RoundsOf(loop);
        return repetition with
        {
            PauseSeconds = rounds.PauseSeconds,
            AtMost = repetition.AtMost || rounds.MayEndEarly,
            End = repetition.Kind == RepetitionKind.Pages ? rounds.PageEnd : PageEnd.Told,
            ChunkSize = repetition.Kind == RepetitionKind.Chunks ? rounds.ChunkSize : null,
        };
    }

    Rounds RoundsOf(SyntaxNode loop)
    {
        if (!_rounds.TryGetValue(loop, out var known))
            _rounds.Add(loop, known = new Rounds(loop, figures));
        return known;
    }

    Repetition ReadForEach(CommonForEachStatementSyntax each, SyntaxNode call)
    {
        var variable = (each as ForEachStatementSyntax)?.Identifier.ValueText ?? "element";
        var size = SizeName.Of(each.Expression, variable);
        var kind = ElementSource.IsEndless(each.Expression) ? RepetitionKind.Unbounded
            : SizeName.IsPage(variable) && ElementSource.IsRange(each.Expression) ? RepetitionKind.Pages
            : IsChunked(each, variable) ? RepetitionKind.Chunks
            : RepetitionKind.PerElement;
        return new Repetition(kind, size, each, Constant: new ElementSource(semantics, index, cancellation).Count(each.Expression), AtMost: SizeName.LeavesOut(each.Expression));
    }

    /// <summary>
    /// Elements that are lists of something are chunks, and so is what changed; rows that are arrays of text are rows. A name says so only where
    /// the type does not say otherwise.
    /// </summary>
    bool IsChunked(CommonForEachStatementSyntax each, string variable)
    {
        if (ElementSource.IsChunked(each.Expression))
            return true;
        return (each is ForEachStatementSyntax ? semantics.GetForEachStatementInfo(each).ElementType : null) switch
        {
            { Name: "Bitrix24Changed", ContainingNamespace.IsGlobalNamespace: true } => true,
            null or IErrorTypeSymbol => ElementSource.NamesChunk(variable),
            IArrayTypeSymbol { ElementType.SpecialType: var element } => ElementSource.NamesChunk(variable)
                || element is not (SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Byte),
            INamedTypeSymbol { Name: "List" or "IList" or "IReadOnlyList" or "ICollection" or "IReadOnlyCollection" or "IEnumerable" or "ImmutableArray", TypeArguments: [{ SpecialType: var element }] }
                => ElementSource.NamesChunk(variable) || element is not (SpecialType.System_String or SpecialType.System_Object),
            { SpecialType: not SpecialType.System_String } type => ElementSource.NamesChunk(variable) && type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable),
            _ => false,
        };
    }

    Repetition ReadFor(ForStatementSyntax @for, SyntaxNode call)
    {
        if (LoopSyntax.Induction(@for) is not { } induction)
            return ReadWhile(@for, @for.Statement, call);
        var size = SizeName.OfBound(induction.Bound, induction.Variable);
        var result = new Repetition(RepetitionKind.PerElement, size, @for, Constant: RoundsOf(induction));
        if (LoopSyntax.IsChunkStep(induction.Step, @for.Statement, induction.Variable))
            return result with { Kind = RepetitionKind.Chunks };
        if (SizeName.IsPage(induction.Variable) || PagesBy(induction.Variable, call))
            return result with { Kind = RepetitionKind.Pages };
        var indexes = LoopSyntax.Indexes(@for.Statement, induction.Variable) || (@for.Condition is { } condition && LoopSyntax.Indexes(condition, induction.Variable));
        return !indexes && index.FlowIn(@for).Ends(@for.Condition, call) ? result with { Kind = RepetitionKind.Pages }
            : indexes && induction.Bound is { } bound && index.FlowIn(@for).Reaches(bound, call) ? result with { Kind = RepetitionKind.Pages }
            : result;
    }

    int? RoundsOf(LoopSyntax.Counter counter)
    {
        if (counter.Bound is null || counter.Start is null
            || semantics.GetConstantValue(counter.Bound, cancellation).Value is not int bound
            || semantics.GetConstantValue(counter.Start, cancellation).Value is not int start)
            return null;
        var rounds = Math.Abs((long)bound - start) + (counter.Inclusive ? 1 : 0);
        if (counter.Step > 1)
            rounds = (rounds + counter.Step - 1) / counter.Step;
        return rounds > int.MaxValue ? null : (int)rounds;
    }

    /// <summary>An argument that multiplies the counter by a page size: <c>start = page * 50</c>.</summary>
    static bool PagesBy(string variable, SyntaxNode call) => call.DescendantNodes().OfType<BinaryExpressionSyntax>()
        .Any(b => b.IsKind(SyntaxKind.MultiplyExpression) && b.ChildNodes().Any(c => c is IdentifierNameSyntax id && id.Identifier.ValueText == variable)
            && b.ChildNodes().Any(static c => c is LiteralExpressionSyntax or IdentifierNameSyntax { Identifier.ValueText: "pageSize" or "PageSize" or "limit" or "batchSize" }));

    Repetition ReadWhile(StatementSyntax loop, StatementSyntax body, SyntaxNode call)
    {
        var rounds = RoundsOf(loop);
        if (rounds.Supply is { } source)
            return new Repetition(source.Endless ? RepetitionKind.Unbounded : RepetitionKind.PerElement, source.Name, loop);
        if (index.FlowIn(loop).Ends(LoopSyntax.Condition(loop), call))
            return new Repetition(RepetitionKind.Pages, "pages", loop);
        if (rounds.Counter is { } counter)
        {
            return LoopSyntax.IsChunkStep(counter.Step, body, counter.Variable) ? new Repetition(RepetitionKind.Chunks, SizeName.OfBound(counter.Bound, counter.Variable), loop)
                : SizeName.IsPage(counter.Variable) ? new Repetition(RepetitionKind.Pages, "pages", loop)
                : LoopSyntax.Indexes(body, counter.Variable) ? new Repetition(RepetitionKind.PerElement, SizeName.OfBound(counter.Bound, counter.Variable), loop)
                : new Repetition(RepetitionKind.Unbounded, counter.Variable, loop);
        }

        return new Repetition(RepetitionKind.Unbounded, "rounds", loop);
    }
}
