using System.Diagnostics.CodeAnalysis;

namespace Bitrix24.LoadModel;

/// <summary>
/// The documented methods and events of the Bitrix24 REST API. Immutable and safe for concurrent use. Nothing that is
/// given to it is kept: of a URL only the method name is ever returned.
/// </summary>
public sealed class RestCatalogue
{
    private static readonly Lazy<RestCatalogue> Shared = new(() => new RestCatalogue());

    private readonly Dictionary<string, MethodRow> methods = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, MethodRow> newerMethods = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> scopes = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<MethodVerbs> verbs;
    private readonly Lazy<EventIndex> events = new(() => new EventIndex());

    private RestCatalogue()
    {
        foreach (var row in ReadRows())
        {
            if (row.Version == RestVersion.V3)
                newerMethods[row.Name] = row;
            if (row.Version == RestVersion.V2 || !methods.ContainsKey(row.Name))
                methods[row.Name] = row;
            scopes.Add(MethodName.FirstSegment(row.Name));
        }

        scopes.Remove("");
        verbs = new(() => new MethodVerbs(Rows));
    }

    /// <summary>The catalogue that comes with the library; read once, when it is first asked for.</summary>
    public static RestCatalogue Default => Shared.Value;

    /// <summary>Every documented method, once per name; the REST 2 one where both generations have the name.</summary>
    public IEnumerable<RestMethod> Methods => Rows.Select(row => row.Method);

    /// <summary>The documented events.</summary>
    public EventIndex Events => events.Value;

    internal IEnumerable<MethodRow> Rows => methods.Values;

    /// <summary>
    /// Finds a documented method by a name in any case, with or without a leading or trailing slash, <c>.json</c>,
    /// <c>.xml</c> or a query. Where both generations of the API have the name, gives that of <paramref name="version"/>.
    /// </summary>
    public bool TryFind(string text, RestVersion version, [NotNullWhen(true)] out RestMethod? method)
    {
        var name = MethodName.Trim(text);
        method = version == RestVersion.V3 && newerMethods.TryGetValue(name, out var newer) ? newer.Method
            : methods.TryGetValue(name, out var row) ? row.Method
            : null;
        return method is not null;
    }

    /// <summary>As <see cref="TryFind(string, RestVersion, out RestMethod?)"/>, with REST 2 before REST 3.0.</summary>
    public bool TryFind(string text, [NotNullWhen(true)] out RestMethod? method) => TryFind(text, RestVersion.V2, out method);

    /// <summary>Finds the documented method that an absolute or relative URL calls: its last path segment.</summary>
    public bool TryFindInUrl(string url, [NotNullWhen(true)] out RestMethod? method)
    {
        var version = url.IndexOf("/rest/api/", StringComparison.OrdinalIgnoreCase) < 0 ? RestVersion.V2 : RestVersion.V3;
        return TryFind(MethodName.LastPathSegment(url), version, out method);
    }

    /// <summary>Whether a documented method has exactly this name, in any case.</summary>
    public bool IsKnownName(string name) => methods.ContainsKey(name);

    /// <summary>Whether documented methods begin with this segment and a dot: <c>crm</c>, <c>tasks</c>, <c>user</c>…</summary>
    public bool IsKnownScope(string firstSegment) => scopes.Contains(firstSegment);

    /// <summary>Whether a documented method ends with a dot and this segment: <c>list</c>, <c>save</c>, <c>finish</c>…</summary>
    public bool IsKnownVerb(string lastSegment) => verbs.Value.Contains(lastSegment);

    /// <summary>
    /// Whether a text with holes can be the name of a documented method; see <see cref="FindByTemplate"/>.
    /// </summary>
    public bool MatchesTemplate(IReadOnlyList<string> literalParts) => FindByTemplate(literalParts) is not null;

    /// <summary>
    /// What a text with holes says about the method: <c>["crm.", ".list"]</c> for <c>$"crm.{x}.list"</c> gives
    /// <c>crm.*.list</c>. An empty first or last part is a hole at that edge. A hole stands for one or more letters,
    /// digits, dots or underscores; in front of a known scope it may also be the address before the method.
    /// </summary>
    /// <returns>
    /// The method itself when no hole is left in its name; otherwise a method of origin
    /// <see cref="RestMethodOrigin.Template"/> with what all matches agree on, and the usual kind of its last segment where they agree
    /// only to write nothing; null when nothing documented matches, or
    /// when the parts prove too little: no scope in front, and no common verb at the end after a hole in front.
    /// </returns>
    public RestMethod? FindByTemplate(IReadOnlyList<string> literalParts) =>
        MethodTemplate.TryParse(literalParts, this, out var template) ? template.Find(this) : null;

    /// <summary>
    /// Describes an undocumented name below a known scope, such as <c>user.item.save</c>, spelt as for
    /// <see cref="TryFind(string, out RestMethod?)"/>. Its kind comes from its last segment; see <see cref="IsKnownVerb"/>.
    /// False for a documented name. Words such as <c>user.name</c> pass too, so a caller needs other evidence.
    /// </summary>
    public bool TryGuess(string name, [NotNullWhen(true)] out RestMethod? method)
    {
        var trimmed = MethodName.Trim(name);
        var scope = MethodName.FirstSegment(trimmed);
        method = IsKnownScope(scope) && MethodName.IsWellFormed(trimmed) && !IsKnownName(trimmed)
            ? verbs.Value.Guess(trimmed, scope)
            : null;
        return method is not null;
    }

    /// <summary>
    /// Finds the one documented method whose name is one letter away: left out, too many, another, or two swapped.
    /// False for a documented name, and when several are as near.
    /// </summary>
    public bool TryFindNearest(string name, [NotNullWhen(true)] out RestMethod? method)
    {
        var trimmed = MethodName.Trim(name);
        var nearest = IsKnownName(trimmed) ? [] : Rows.Where(row => OneEdit.Separates(row.Name, trimmed)).Take(2).ToList();
        method = nearest.Count == 1 ? nearest[0].Method : null;
        return method is not null;
    }

    internal RestMethodKind KindOfVerb(string lastSegment) => verbs.Value.KindOf(lastSegment);

    private static IEnumerable<MethodRow> ReadRows() =>
        CatalogueTable.Rows("methods.tsv").Concat(CatalogueTable.Rows("overrides.tsv")).Select(line => new MethodRow(line));
}
