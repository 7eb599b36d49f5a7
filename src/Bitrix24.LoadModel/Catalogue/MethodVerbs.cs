namespace Bitrix24.LoadModel;

/// <summary>The last segments of the documented methods and what methods that end so mostly do.</summary>
internal sealed class MethodVerbs
{
    private readonly Dictionary<string, RestMethodKind> kinds;

    public MethodVerbs(IEnumerable<MethodRow> rows) =>
        kinds = rows
            .Where(row => row.Name.IndexOf('.') >= 0)
            .GroupBy(row => MethodName.LastSegment(row.Name), row => row.Kind, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(verb => verb.Key, MostCommon, StringComparer.OrdinalIgnoreCase);

    public bool Contains(string verb) => kinds.ContainsKey(verb);

    public RestMethodKind KindOf(string verb) => kinds.TryGetValue(verb, out var kind) ? kind : RestMethodKind.Other;

    public RestMethod Guess(string name, string scope)
    {
        var kind = KindOf(MethodName.LastSegment(name));
        return new RestMethod
        {
            Name = name,
            Scope = scope.ToLowerInvariant(),
            Kind = kind,
            IsWrite = MethodRow.IsWrite(kind),
            Origin = RestMethodOrigin.Guess,
            Entity = name.Substring(0, name.LastIndexOf('.')).ToLowerInvariant(),
        };
    }

    private static RestMethodKind MostCommon(IEnumerable<RestMethodKind> kinds) =>
        kinds.GroupBy(kind => kind).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
}
