using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>A user's program of the catalogue, with what its first lines say about it.</summary>
/// <remarks>
/// <code>
/// // client: HttpJson                        a file of Clients that belongs to it
/// // stub: Quartz                         the surface of a library
/// // language: 7.3                           the version of C#
/// // n: 0 1 50 120                            sizes that it is run with
/// // seed: crm.deal n                         rows that the portal has
/// // size: deals = n                          what a name in a diagnostic's formula stands for
/// // fail: crm.deal.update 3                  the third call of the method fails
/// // fail: batch 2 OVERLOAD_LIMIT 503         so does the second request with a batch, with this error and status
/// // failing: crm.deal.update 7 ACCESS_DENIED every call with a 7 among its parameters fails
/// // throws: HttpRequestException             what the program ends in with the last size; without the line, in nothing
/// // fixes: 1                                 how many fixes are applied, one after another
/// // after: 1 + ⌈n/50⌉                        the requests of the fixed program
/// // after-120: 12                            the same for one of the sizes, where commands fail and are sent again
/// // counts: at most                           an exception ends the loop early: the diagnostic may count more than the portal
/// // broken: the order of the writes          a fix known to be wrong, and why: the test says so once it is mended
/// </code>
/// </remarks>
sealed record ProgramFile(string Name, string Code, IReadOnlyDictionary<string, IReadOnlyList<string>> Header)
{
    static readonly Assembly Here = typeof(ProgramFile).Assembly;

    public static IEnumerable<string> Names => Here.GetManifestResourceNames().Where(static n => !n.Contains('.', StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public IEnumerable<int> Sizes => Header.TryGetValue("n", out var lines) ? lines.SelectMany(static l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(static s => int.Parse(s, CultureInfo.InvariantCulture)) : [3];

    public IEnumerable<string> All(string key) => Header.TryGetValue(key, out var lines) ? lines : [];

    public string? One(string key) => All(key).SingleOrDefault();

    /// <summary>The version of C#; nullable references are on from version 8.</summary>
    public LanguageVersion Language => One("language") is { } text && LanguageVersionFacts.TryParse(text, out var version) ? version : LanguageVersion.CSharp12;

    /// <summary>The classes that the program shares with others, as code.</summary>
    public IReadOnlyList<string> Clients => [.. All("client").Select(static c => Text("Clients." + c)), .. All("stub").Select(static s => Text("Stubs." + s))];

    /// <summary>The names of the programs that estimates are held against.</summary>
    public static IEnumerable<string> Estimated => Under("Estimates.");

    /// <summary>The names of the programs that poll.</summary>
    public static IEnumerable<string> Polling => Under("Polling.");

    static IOrderedEnumerable<string> Under(string folder) => Here.GetManifestResourceNames().Where(n => n.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static ProgramFile Read(string name) => Parse(name, Text(name));

    static string Text(string name)
    {
        using var reader = new StreamReader(Here.GetManifestResourceStream(name) ?? throw new ArgumentException($"There is no {name}.", nameof(name)));
        return reader.ReadToEnd();
    }

    public static ProgramFile Parse(string name, string code)
    {
        var header = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var line in code.ReplaceLineEndings("\n").Split('\n').TakeWhile(static l => l.StartsWith("//", StringComparison.Ordinal)))
        {
            if (line[2..].Split(':', 2, StringSplitOptions.TrimEntries) is [var key, var value] && !key.Contains(' ', StringComparison.Ordinal))
                header[key] = [.. header.GetValueOrDefault(key, []), value];
        }

        return new(name, code, header);
    }
}
