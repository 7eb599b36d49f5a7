using Bitrix24.Emulator.Data;

namespace Bitrix24.Emulator.Events;

/// <summary>An event of the catalogue, with its name as it is sent.</summary>
internal sealed record PortalEvent(string Name, IReadOnlyList<string> IdPaths, bool CanBeOffline, bool CanBeOutgoing)
{
    private static readonly Dictionary<string, PortalEvent> All = Tsv.Read("events.tsv")
        .Select(row => new PortalEvent(row["event"].ToUpperInvariant(), Paths(row["id_path"]), row["offline_supported"] != "no", row["outgoing_webhook"] == "yes"))
        .ToDictionary(known => known.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Events of one dynamic type carry its number after this.</summary>
    private const string DynamicPrefix = "ONCRMDYNAMICITEM";

    public static IEnumerable<string> Names => All.Keys.Order(StringComparer.Ordinal);

    /// <summary>An event by its name in any letter case; dynamic items also have events of their type alone.</summary>
    public static PortalEvent? Find(string name)
    {
        if (All.TryGetValue(name, out var known))
            return known;
        var underscore = name.LastIndexOf('_');
        return name.StartsWith(DynamicPrefix, StringComparison.OrdinalIgnoreCase) && underscore > 0
            && name[(underscore + 1)..].All(char.IsAsciiDigit) && All.TryGetValue(name[..underscore], out var family)
            ? family with { Name = name.ToUpperInvariant() }
            : null;
    }

    /// <summary>Where the id stands in the data: <c>data.FIELDS.ID</c> as FIELDS, ID.</summary>
    private static string[] Paths(string text) =>
        text.Length == 0 ? [] : [.. text.Split('|').Select(path => path["data.".Length..])];
}
