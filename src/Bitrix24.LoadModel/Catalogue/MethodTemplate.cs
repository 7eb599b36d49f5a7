using System.Diagnostics.CodeAnalysis;

namespace Bitrix24.LoadModel;

/// <summary>A method name with holes.</summary>
internal sealed class MethodTemplate
{
    private static readonly string[] CommonVerbs = [".list", ".get", ".add", ".update", ".delete", ".fields"];

    private readonly List<string> pieces;

    private MethodTemplate(List<string> pieces) => this.pieces = pieces;

    private string LastSegment => MethodName.LastSegment(pieces[pieces.Count - 1]);

    public static bool TryParse(IReadOnlyList<string> literalParts, RestCatalogue catalogue, [NotNullWhen(true)] out MethodTemplate? template)
    {
        var parts = WithoutAddress(WithoutQuery(literalParts));
        if (parts.Count > 1 && parts[0].Length == 0 && BeginsWithScope(parts[1], catalogue))
            parts.RemoveAt(0);
        if (parts.Count == 2 && parts[1].Length == 0 && catalogue.IsKnownName(parts[0]))
            parts.RemoveAt(1);

        template = parts.All(part => part.All(MethodName.IsNameCharacter)) && ProvesEnough(parts, catalogue)
            ? new MethodTemplate(parts)
            : null;
        return template is not null;
    }

    public RestMethod? Find(RestCatalogue catalogue)
    {
        if (pieces.Count == 1)
            return catalogue.TryFind(pieces[0], out var method) ? method : null;

        var matches = catalogue.Rows.Where(row => Matches(row.Name)).Select(row => row.Method).ToList();
        if (matches.Count == 0)
            return null;

        var mayWrite = matches.Exists(match => match.IsWrite);
        return new RestMethod
        {
            Name = string.Join("*", pieces),
            Scope = Common(matches, match => match.Scope, ""),
            Kind = Common(matches, match => match.Kind, mayWrite ? RestMethodKind.Other : catalogue.KindOfVerb(LastSegment)),
            IsWrite = mayWrite,
            Origin = RestMethodOrigin.Template,
            Entity = Common(matches, match => match.Entity, ""),
            Paging = Common(matches, match => match.Paging, Certainty.Unknown),
            PageParameter = Common(matches, match => match.PageParameter, ""),
            PageSize = Common(matches, match => match.PageSize, null),
            MaximumPageSize = Common(matches, match => match.MaximumPageSize, null),
            StartMinusOne = Common(matches, match => match.StartMinusOne, Certainty.Unknown),
            IsBatchable = matches.TrueForAll(match => match.IsBatchable),
            IsReferenceData = matches.TrueForAll(match => match.IsReferenceData),
            ApplicationOnly = Common(matches, match => match.ApplicationOnly, Certainty.Unknown),
        };
    }

    private bool Matches(string name)
    {
        var last = pieces[pieces.Count - 1];
        if (!name.StartsWith(pieces[0], StringComparison.OrdinalIgnoreCase))
            return false;

        var position = pieces[0].Length;
        for (var i = 1; i < pieces.Count - 1; i++)
        {
            var found = position + 1 > name.Length ? -1 : name.IndexOf(pieces[i], position + 1, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
                return false;
            position = found + pieces[i].Length;
        }

        return name.Length - last.Length > position && name.EndsWith(last, StringComparison.OrdinalIgnoreCase);
    }

    private static List<string> WithoutQuery(IReadOnlyList<string> literalParts)
    {
        var parts = new List<string>();
        foreach (var part in literalParts)
        {
            parts.Add(part);
            if (part.IndexOfAny(['?', '#']) >= 0)
                break;
        }

        if (parts.Count > 0)
            parts[parts.Count - 1] = MethodName.TrimEnd(parts[parts.Count - 1]);
        return parts;
    }

    private static List<string> WithoutAddress(List<string> parts)
    {
        var last = parts.FindLastIndex(part => part.IndexOf('/') >= 0);
        if (last < 0)
            return parts;

        var name = parts.GetRange(last, parts.Count - last);
        name[0] = name[0].Substring(name[0].LastIndexOf('/') + 1);
        return name;
    }

    private static bool ProvesEnough(List<string> parts, RestCatalogue catalogue) =>
        parts.Exists(part => part.IndexOf('.') >= 0)
        && (BeginsWithScope(parts[0], catalogue) || (parts[0].Length == 0 && EndsWithCommonVerb(parts[parts.Count - 1])));

    private static bool EndsWithCommonVerb(string part) =>
        Array.Exists(CommonVerbs, verb => part.EndsWith(verb, StringComparison.OrdinalIgnoreCase));

    private static bool BeginsWithScope(string part, RestCatalogue catalogue) => catalogue.IsKnownScope(MethodName.FirstSegment(part));

    private static T Common<T>(List<RestMethod> matches, Func<RestMethod, T> value, T otherwise)
    {
        var first = value(matches[0]);
        return matches.TrueForAll(match => EqualityComparer<T>.Default.Equals(value(match), first)) ? first : otherwise;
    }
}
