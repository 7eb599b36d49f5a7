namespace Bitrix24.LoadModel;

/// <summary>
/// How many requests a piece of code sends, as a formula over named sizes: <c>1 + ⌈deals/50⌉ + 2·deals</c>. Sizes are
/// whole and never negative. What cannot be counted is an unknown that is added to the known rest, so the known part is
/// a lower bound: <c>2·deals + ?</c>. Immutable; equal formulas in normal form are equal. Figures that outgrow a
/// <see cref="long"/> stay at its maximum.
/// </summary>
public sealed partial class RequestCount : IEquatable<RequestCount>
{
    /// <summary>Parts that a formula may have; a larger one says nothing to a reader and costs time in each further step.</summary>
    internal const int MaximumWeight = 200;

    internal const string TooLarge = "the formula has too many parts";

    private readonly Sequence<Term> terms;
    private readonly Sequence<string> reasons;

    private RequestCount(Sequence<Term> terms, Sequence<string> reasons)
    {
        this.terms = terms;
        this.reasons = reasons;
    }

    /// <summary>No request.</summary>
    public static RequestCount Zero { get; } = new(new([]), new([]));

    /// <summary>One request.</summary>
    public static RequestCount One { get; } = Of(1);

    /// <summary>Whether this is exactly no request.</summary>
    public bool IsZero => terms.Count == 0 && IsKnown;

    /// <summary>Whether nothing in the formula is unknown.</summary>
    public bool IsKnown => reasons.Count == 0;

    /// <summary>The formula without its unknown: a lower bound.</summary>
    public RequestCount KnownPart => IsKnown ? this : new(terms, Zero.reasons);

    /// <summary>Why something is unknown, each reason once, in ordinal order; empty when everything is known.</summary>
    public IReadOnlyList<string> UnknownReasons => reasons;

    /// <summary>The number when the formula holds neither a size nor an unknown; otherwise null.</summary>
    public long? Constant =>
        !IsKnown || terms.Count > 1 ? null
        : terms.Count == 0 ? 0
        : terms[0].IsConstant ? terms[0].Coefficient
        : null;

    /// <summary>The names of the sizes in the formula, each once, in ordinal order.</summary>
    public IReadOnlyList<string> Sizes =>
        [.. InOrder(terms.SelectMany(term => term.Factors).SelectMany(factor => factor.Sizes))];

    internal IReadOnlyList<Term> Terms => terms;

    internal int Weight => terms.Sum(term => term.Weight);

    /// <summary>A fixed number of requests.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static RequestCount Of(long number) => FromTerms([new Term(Figure.NotNegative(number, nameof(number)), new([]))], []);

    /// <summary>A number that has a name, such as <c>deals</c> or <c>rows.crm.deal</c>.</summary>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static RequestCount Size(string name) =>
        string.IsNullOrWhiteSpace(name) ? throw new ArgumentException("A size needs a name.", nameof(name)) : Of(new SizeFactor(name));

    /// <summary>A number that cannot be told, and why.</summary>
    /// <exception cref="ArgumentException">The reason is empty.</exception>
    public static RequestCount Unknown(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new ArgumentException("An unknown needs a reason.", nameof(reason)) : new(new([]), new([reason]));

    /// <summary>Whether both are the same formula in normal form.</summary>
    public static bool operator ==(RequestCount? left, RequestCount? right) => Equals(left, right);

    /// <summary>Whether the formulas differ in normal form.</summary>
    public static bool operator !=(RequestCount? left, RequestCount? right) => !Equals(left, right);

    /// <inheritdoc/>
    public bool Equals(RequestCount? other) => other is not null && terms.Equals(other.terms) && reasons.Equals(other.reasons);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RequestCount);

    /// <inheritdoc/>
    public override int GetHashCode() => terms.GetHashCode() ^ reasons.GetHashCode();

    /// <summary>The formula for a reader; an unknown is a question mark.</summary>
    public override string ToString() =>
        IsZero ? "0" : string.Join(" + ", terms.Select(term => term.ToString()).Concat(IsKnown ? [] : ["?"]));

    internal static RequestCount Of(Factor factor) => FromTerms([new Term(1, new([factor]))], []);

    /// <summary>Adds up terms with equal factors and puts the rest in order.</summary>
    internal static RequestCount FromTerms(IEnumerable<Term> terms, IEnumerable<string> reasons)
    {
        var sum = new RequestCount(
            new([.. terms.GroupBy(term => term.Factors, Term.Sum).Where(term => term.Coefficient > 0).OrderBy(term => term, Term.Order)]),
            new([.. InOrder(reasons)]));
        return sum.Weight <= MaximumWeight ? sum : sum.WithoutSizes();
    }

    private static IEnumerable<string> InOrder(IEnumerable<string> texts) =>
        texts.Distinct(StringComparer.Ordinal).OrderBy(text => text, StringComparer.Ordinal);

    private RequestCount WithoutSizes() => FromTerms(terms.Where(term => term.IsConstant), reasons.Concat([TooLarge]));
}
