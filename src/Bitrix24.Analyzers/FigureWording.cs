using System.Globalization;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers;

/// <summary>How figures are put into words, the same in every rule.</summary>
static class FigureWording
{
    /// <summary><c>30,000</c>, <c>16.7</c>, <c>0.05</c></summary>
    public static string Number(double number) => number.ToString(Math.Abs(number) >= 100 ? "#,0" : Math.Abs(number) >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);

    /// <summary><c>1 request</c>, <c>2·orders requests</c></summary>
    public static string Requests(string count) => count == "1" ? "1 request" : count + " requests";

    /// <summary><c> (200,000 rows.crm.activity, configured)</c>, or nothing while no size is known.</summary>
    public static string Sources(IReadOnlyDictionary<string, Sourced<long>> sizes) => sizes.Count == 0 ? ""
        : $" ({string.Join(", ", sizes.OrderBy(static s => s.Key, StringComparer.Ordinal).Select(static s => $"{Number(s.Value.Value)} {s.Key}, {Word(s.Value.Provenance)}"))})";

    public static string Word(Provenance provenance) => provenance switch
    {
        Provenance.Proved => "proved",
        Provenance.Configured => "configured",
        Provenance.Measured => "measured",
        _ => "assumed",
    };
}
