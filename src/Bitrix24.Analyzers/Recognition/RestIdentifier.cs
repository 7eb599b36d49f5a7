using System.Text.RegularExpressions;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>How an address or a method name was judged.</summary>
enum Verdict
{
    /// <summary>The code does not say; a caller may.</summary>
    Open,

    /// <summary>An address of another service, or a name that is no REST method.</summary>
    Other,

    /// <summary>A REST method of Bitrix24.</summary>
    Rest,
}

/// <summary>Decides whether a text names a REST method: URL evidence, vocabulary evidence, and name evidence to back them.</summary>
static class RestIdentifier
{
    const char Hole = '\u0001';

    static readonly Regex Scheme = new("^[a-z]+://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>A cheap look: whether some literal piece could be a REST method or its address.</summary>
    public static bool LooksRest(Text text)
    {
        for (var i = 0; i < text.Parts.Length; i++)
        {
            var part = text.Parts[i];
            if (part.Kind == TextPartKind.Literal
                && (part.Value.IndexOf("/rest/", StringComparison.OrdinalIgnoreCase) >= 0 || (NamesMethod(part.Value) && (i == text.Parts.Length - 1 || CanGoOn(part.Value)))))
                return true;
        }

        return false;
    }

    /// <summary>What follows a method in an address is a query; what follows a dot is the rest of its name.</summary>
    static bool CanGoOn(string literal) => literal.IndexOf('?') >= 0 || literal.EndsWith(".", StringComparison.Ordinal);

    /// <summary>Whether a literal ends, apart from its query, in a REST method of the catalogue with at least two segments.</summary>
    public static bool NamesMethod(string literal)
    {
        var name = LastSegment(Path(literal).TrimEnd('/'));
        if (name.Length < 4 || name.IndexOf('.') <= 0)
            return false;
        var scope = name.Substring(0, name.IndexOf('.'));
        return RestCatalogue.Default.IsKnownScope(scope) && (name.EndsWith(".", StringComparison.Ordinal) || RestCatalogue.Default.TryFind(name, out _));
    }

    public static Verdict Identify(Text text, bool nameEvidence, out RestTarget? target)
    {
        target = null;
        var written = text.ToString(Hole);
        var path = Path(written);
        var bitrixHost = false;
        var restPath = path.IndexOf("/rest/", StringComparison.OrdinalIgnoreCase) >= 0;
        if (Scheme.Match(path) is { Success: true } scheme)
        {
            var host = path.Substring(scheme.Length).Split('/')[0];
            bitrixHost = host.IndexOf(".bitrix24.", StringComparison.OrdinalIgnoreCase) >= 0;
            if (!bitrixHost && !restPath && host.IndexOf(Hole) < 0)
                return Verdict.Other;
        }

        var segment = LastSegment(path.TrimEnd('/'));
        var backed = bitrixHost || restPath || nameEvidence;
        if (FindIn(segment, backed) is { } found)
        {
            target = found;
            return Verdict.Rest;
        }

        // What is still to come is a parameter; a hole of any other kind stays a hole.
        return text.HasParameter || segment.IndexOf(Hole) >= 0 ? Verdict.Open : Verdict.Other;
    }

    static RestTarget? FindIn(string segment, bool backed)
    {
        var name = WithoutSuffix(segment);
        if (name.IndexOf(Hole) < 0)
            return FindName(name, backed);

        // {base}crm.deal.list: what precedes the last hole is an address without its slash.
        var tail = name.Substring(name.LastIndexOf(Hole) + 1);
        if (tail.IndexOf('.') > 0 && FindName(tail, backed) is { } whole)
            return whole;
        for (var template = name; template.Length > 0;)
        {
            if (Template(template) is { } found)
                return found;
            var hole = template.IndexOf(Hole);
            if (hole < 0)
                return null;
            template = template.Substring(hole + 1);
        }

        return null;
    }

    static RestTarget? FindName(string name, bool backed)
    {
        var catalogue = RestCatalogue.Default;
        if (name.Length == 0 || (name.IndexOf('.') < 0 && !backed))
            return null;
        if (catalogue.TryFind(name, out var method))
            return new RestTarget(method.Name, method.IsWrite, method);
        return backed && catalogue.TryGuess(name, out var guess) ? new RestTarget(guess.Name, guess.IsWrite, guess) : null;
    }

    static RestTarget? Template(string template)
    {
        if (template.IndexOf(Hole) < 0 || template.IndexOf('.') < 0)
            return null;
        var found = RestCatalogue.Default.FindByTemplate(template.Split(Hole));
        return found is null ? null : new RestTarget(found.Name, found.IsWrite, null);
    }

    static string Path(string url)
    {
        var end = url.IndexOfAny(['?', '#']);
        return end < 0 ? url : url.Substring(0, end);
    }

    static string LastSegment(string path) => path.Substring(path.LastIndexOf('/') + 1);

    static string WithoutSuffix(string segment)
    {
        foreach (var suffix in (string[])[".json", ".xml"])
        {
            if (segment.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
                return segment.Substring(0, segment.Length - suffix.Length);
        }

        return segment;
    }
}
