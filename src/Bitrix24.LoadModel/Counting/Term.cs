using System.Globalization;

namespace Bitrix24.LoadModel;

/// <summary>A product of a number and factors in order: <c>2·deals</c>. Without factors it is the number.</summary>
internal sealed record Term(long Coefficient, Sequence<Factor> Factors)
{
    public static IComparer<Term> Order { get; } = Comparer<Term>.Create((x, y) =>
        x.Rank != y.Rank ? x.Rank.CompareTo(y.Rank) : string.CompareOrdinal(x.FactorText, y.FactorText));

    public bool IsConstant => Factors.Count == 0;

    public int Weight => 1 + Factors.Sum(factor => factor.Weight);

    private int Rank => IsConstant ? 0 : Factors.Count == 1 && Factors[0] is CeilingFactor ? 1 : 2;

    private string FactorText => string.Join("·", Factors);

    public static Term Sum(Sequence<Factor> factors, IEnumerable<Term> terms) =>
        new(terms.Aggregate(0L, (sum, term) => Saturating.Add(sum, term.Coefficient)), factors);

    public static Term operator *(Term left, Term right) =>
        new(
            Saturating.Multiply(left.Coefficient, right.Coefficient),
            new([.. left.Factors.Concat(right.Factors).OrderBy(factor => factor.ToString(), StringComparer.Ordinal)]));

    public override string ToString() =>
        IsConstant ? Coefficient.ToString(CultureInfo.InvariantCulture)
        : Coefficient == 1 ? FactorText
        : Coefficient.ToString(CultureInfo.InvariantCulture) + "·" + FactorText;
}
