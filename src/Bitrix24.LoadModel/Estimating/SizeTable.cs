namespace Bitrix24.LoadModel;

/// <summary>The numbers of the sizes in a workload; where one is not known, the least that it can be.</summary>
internal sealed class SizeTable
{
    private readonly Dictionary<string, long> numbers;

    public SizeTable(Workload workload, LoadSettings settings)
    {
        Used = [.. Formulas(workload).SelectMany(formula => formula.Sizes).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];
        Missing = [.. Used.Where(name => !settings.Sizes.ContainsKey(name))];
        numbers = Used.ToDictionary(name => name, name => settings.Sizes.TryGetValue(name, out var size) ? size.Value : 0, StringComparer.Ordinal);
    }

    private SizeTable(SizeTable other, string name, long number)
    {
        Used = other.Used;
        Missing = other.Missing;
        numbers = new(other.numbers, StringComparer.Ordinal) { [name] = number };
    }

    public IReadOnlyList<string> Used { get; }

    public IReadOnlyList<string> Missing { get; }

    public static IEnumerable<RequestCount> Formulas(Workload workload) =>
        workload.Methods.SelectMany(load => load.Formulas).Prepend(workload.Requests);

    public SizeTable With(string name, long number) => new(this, name, number);

    /// <summary>The known part: formulas never fall when a size grows.</summary>
    public double AtLeast(RequestCount count) => count.KnownPart.Evaluate(numbers)!.Value;

    public bool IsExact(RequestCount count) => count.IsKnown && !count.Sizes.Intersect(Missing, StringComparer.Ordinal).Any();
}
