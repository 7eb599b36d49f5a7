using Bitrix24.Analyzers.CodeFixes.Dependence;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Names in the parameters of a list beside which one more condition can stand.</summary>
/// <param name="list">The list.</param>
/// <param name="pages">All pages are read, so that no row is out of reach.</param>
sealed class FilterKeys(PolledList list, bool pages)
{
    static readonly HashSet<string> TopLevel = new(EmbeddedRows.Of("TopLevel.tsv").Select(static r => r[0]), StringComparer.OrdinalIgnoreCase);

    static readonly char[] Comparisons = ['>', '<', '=', '!', '@', '%', '?'];

    public static bool IsFilter(string name) => name.Equals("filter", StringComparison.OrdinalIgnoreCase);

    /// <summary>A parameter of which it is known that it leaves no row out.</summary>
    public static bool IsTopLevel(string name) => TopLevel.Contains(name);

    /// <summary>Only where all pages are read, the order of rows does not matter.</summary>
    public bool IsOrder(string name) => !pages && (name.Equals("order", StringComparison.OrdinalIgnoreCase) || name.Equals("sort", StringComparison.OrdinalIgnoreCase));

    /// <summary>A condition that neither names rows one by one nor asks when they were changed; <c>&gt;ID</c> turns the page.</summary>
    public bool IsAside(string key)
    {
        var field = key.Trim().Trim(Comparisons);
        return field.Equals(list.Id, StringComparison.OrdinalIgnoreCase) ? pages && key == ">" + list.Id : !field.Equals(list.Changed, StringComparison.OrdinalIgnoreCase);
    }
}
