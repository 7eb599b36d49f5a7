namespace Bitrix24.LoadModel;

/// <content>Arithmetic. An unknown stands for zero or more requests, so it survives every operation but a product with zero.</content>
public sealed partial class RequestCount
{
    /// <summary>One after the other.</summary>
    public static RequestCount operator +(RequestCount left, RequestCount right) =>
        FromTerms(left.terms.Concat(right.terms), left.reasons.Concat(right.reasons));

    /// <summary>One repeated by the other, multiplied out.</summary>
    public static RequestCount operator *(RequestCount left, RequestCount right) =>
        left.IsZero || right.IsZero ? Zero
        : left.terms.Count * right.terms.Count > MaximumWeight ? FromTerms([], left.reasons.Concat(right.reasons).Concat([TooLarge]))
        : FromTerms(left.terms.SelectMany(_ => right.terms, (x, y) => x * y), left.reasons.Concat(right.reasons));

    /// <summary>The same as the operator, for languages without it.</summary>
    public static RequestCount Add(RequestCount left, RequestCount right) => left + right;

    /// <summary>The same as the operator, for languages without it.</summary>
    public static RequestCount Multiply(RequestCount left, RequestCount right) => left * right;

    /// <summary>The larger of two counts, whichever that turns out to be: for branches of which one runs.</summary>
    public static RequestCount Max(RequestCount left, RequestCount right)
    {
        var operands = left.MaximumOperands.Concat(right.MaximumOperands).Distinct().ToList();
        var largest = operands.Where(operand => !operands.Exists(other => other != operand && other.IsNeverLess(operand)));
        var ordered = largest.OrderBy(operand => operand.ToString(), StringComparer.Ordinal).ToArray();
        var known = ordered.Length == 1 ? ordered[0] : Of(new MaximumFactor(new(ordered)));
        return FromTerms(known.terms, known.reasons.Concat(left.reasons).Concat(right.reasons));
    }

    /// <summary>Requests when each carries <paramref name="divisor"/> of these: ⌈this / divisor⌉.</summary>
    /// <param name="divisor">Positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The divisor is zero or negative.</exception>
    public RequestCount CeilingDivide(int divisor)
    {
        Figure.Positive(divisor, nameof(divisor));
        var whole = terms.Where(term => term.Coefficient % divisor == 0).Select(term => term with { Coefficient = term.Coefficient / divisor });
        var rest = FromTerms(terms.Where(term => term.Coefficient % divisor != 0), []);
        return FromTerms(whole.Concat(rest.RoundUp(divisor).terms), reasons);
    }

    /// <summary>The number for given sizes; null when a size is not given or something is unknown.</summary>
    /// <param name="sizes">Numbers by the names of the sizes, zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size that the formula uses is negative.</exception>
    public long? Evaluate(IReadOnlyDictionary<string, long> sizes)
    {
        if (!IsKnown)
            return null;

        var sum = 0L;
        foreach (var term in terms)
        {
            var product = term.Coefficient;
            foreach (var factor in term.Factors)
            {
                if (factor.Evaluate(sizes) is not { } value)
                    return null;
                product = Saturating.Multiply(product, value);
            }

            sum = Saturating.Add(sum, product);
        }

        return sum;
    }

    /// <summary>The formula with a count, which may itself be unknown, in place of a size.</summary>
    public RequestCount Substitute(string name, RequestCount count) =>
        Sizes.Contains(name, StringComparer.Ordinal)
            ? terms.Select(term => term.Factors.Aggregate(Of(term.Coefficient), (product, factor) => product * factor.Substitute(name, count)))
                .Aggregate(new RequestCount(Zero.terms, reasons), Add)
            : this;

    private IEnumerable<RequestCount> MaximumOperands =>
        terms.Count == 1 && terms[0] is { Coefficient: 1, Factors: [MaximumFactor maximum] } ? maximum.Operands : [KnownPart];

    private RequestCount RoundUp(int divisor) =>
        IsZero ? Zero
        : Constant is { } number ? Of(Saturating.CeilingDivide(number, divisor))
        : terms.Count == 1 && terms[0] is { Coefficient: 1, Factors: [CeilingFactor inner] } && (long)inner.Divisor * divisor <= int.MaxValue
            ? Of(new CeilingFactor(inner.Dividend, inner.Divisor * divisor))
        : Of(new CeilingFactor(this, divisor));

    /// <summary>Whether each term is at least as large as the other's with the same factors.</summary>
    private bool IsNeverLess(RequestCount other) =>
        other.terms.All(theirs => terms.Any(ours => ours.Coefficient >= theirs.Coefficient && ours.Factors.Equals(theirs.Factors)));
}
