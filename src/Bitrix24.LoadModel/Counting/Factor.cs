using System.Globalization;

namespace Bitrix24.LoadModel;

/// <summary>What cannot be taken apart by adding and multiplying.</summary>
internal abstract record Factor
{
    public abstract int Weight { get; }

    public abstract IEnumerable<string> Sizes { get; }

    /// <summary>The value; null when a size is missing.</summary>
    public abstract long? Evaluate(IReadOnlyDictionary<string, long> sizes);

    public abstract RequestCount Substitute(string name, RequestCount count);
}

/// <summary>A size with a name.</summary>
internal sealed record SizeFactor(string Name) : Factor
{
    public override int Weight => 1;

    public override IEnumerable<string> Sizes => [Name];

    public override long? Evaluate(IReadOnlyDictionary<string, long> sizes) =>
        sizes.TryGetValue(Name, out var size) ? Figure.NotNegative(size, nameof(sizes)) : null;

    public override RequestCount Substitute(string name, RequestCount count) =>
        string.Equals(Name, name, StringComparison.Ordinal) ? count : RequestCount.Of(this);

    public override string ToString() => SizeText.Print(Name);
}

/// <summary>A division that is rounded up.</summary>
internal sealed record CeilingFactor(RequestCount Dividend, int Divisor) : Factor
{
    public override int Weight => 1 + Dividend.Weight;

    public override IEnumerable<string> Sizes => Dividend.Sizes;

    public override long? Evaluate(IReadOnlyDictionary<string, long> sizes) =>
        Dividend.Evaluate(sizes) is { } value ? Saturating.CeilingDivide(value, Divisor) : null;

    public override RequestCount Substitute(string name, RequestCount count) =>
        Dividend.Substitute(name, count).CeilingDivide(Divisor);

    public override string ToString()
    {
        var dividend = Dividend.Terms.Count == 1 ? Dividend.ToString() : $"({Dividend})";
        return $"⌈{dividend}/{Divisor.ToString(CultureInfo.InvariantCulture)}⌉";
    }
}

/// <summary>The largest of several counts.</summary>
internal sealed record MaximumFactor(Sequence<RequestCount> Operands) : Factor
{
    public override int Weight => 1 + Operands.Sum(operand => operand.Weight);

    public override IEnumerable<string> Sizes => Operands.SelectMany(operand => operand.Sizes);

    public override long? Evaluate(IReadOnlyDictionary<string, long> sizes)
    {
        var values = Operands.Select(operand => operand.Evaluate(sizes)).ToList();
        return values.TrueForAll(value => value.HasValue) ? values.Max() : null;
    }

    public override RequestCount Substitute(string name, RequestCount count) =>
        Operands.Select(operand => operand.Substitute(name, count)).Aggregate(RequestCount.Max);

    public override string ToString() => $"max({string.Join(", ", Operands)})";
}
