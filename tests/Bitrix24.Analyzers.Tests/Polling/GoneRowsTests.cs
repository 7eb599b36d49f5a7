using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Rounds that look for rows which are no longer there.</summary>
public sealed class GoneRowsTests
{
    const string Offline = "var dealChanges = Bitrix24Changes.Offline((string method, object body) => client.CallAsync(method, body), \"ID\", \"OnCrmDealAdd\", \"OnCrmDealUpdate\", \"OnCrmDealDelete\");\n";

    const string Work = "var id = deal.GetProperty(\"ID\").GetString()!;\nfound.Add(id);\ntitles[id] = deal.GetProperty(\"TITLE\").GetString()!;";

    static string Round(string end, string parameters = "new { start }", string before = "var found = new HashSet<string>();\n", string work = Work) => Pages(Row(work), parameters, before) + "\n" + end;

    static Task Fixes(string end, string after, string before = "var found = new HashSet<string>();\n", string work = Work) => PollCase.Fixes(
        PollCase.Offline, Every(Round(end, before: before, work: work)), Every(Changed(Round(after, "new { start, filter = changed.Filter }", before, work)), Offline, "while"));

    public static TheoryData<string, string> Ends => new()
    {
        { "foreach (var gone in titles.Keys.Except(found).ToList())\n    titles.Remove(gone);", "foreach (var gone in titles.Keys.Except(found).Where(key => changed.Covers(key)).ToList())\n    titles.Remove(gone);" },
        { "foreach (var gone in titles.Keys.Where(id => !found.Contains(id)).ToArray())\n    titles.Remove(gone);", "foreach (var gone in titles.Keys.Where(id => !found.Contains(id) && changed.Covers(id)).ToArray())\n    titles.Remove(gone);" },
        { "foreach (var gone in titles.Where(p => !found.Contains(p.Key)).Select(p => p.Key).ToList())\n    titles.Remove(gone);", "foreach (var gone in titles.Where(p => !found.Contains(p.Key) && changed.Covers(p.Key)).Select(p => p.Key).ToList())\n    titles.Remove(gone);" },
        { "foreach (var pair in titles.Where(p => !found.Contains(p.Key)).ToList())\n{\n    titles.Remove(pair.Key);\n    Console.WriteLine(pair.Value);\n}", "foreach (var pair in titles.Where(p => !found.Contains(p.Key) && changed.Covers(p.Key)).ToList())\n{\n    titles.Remove(pair.Key);\n    Console.WriteLine(pair.Value);\n}" },
        { "foreach (var id in titles.Keys.ToList())\n{\n    if (!found.Contains(id))\n    {\n        Console.WriteLine(titles[id]);\n        titles.Remove(id);\n    }\n}", "foreach (var id in titles.Keys.ToList())\n{\n    if (!found.Contains(id) && changed.Covers(id))\n    {\n        Console.WriteLine(titles[id]);\n        titles.Remove(id);\n    }\n}" },
        { "foreach (var id in titles.Keys.ToList())\n{\n    if (found.Contains(id))\n        continue; // still there\n    await store.SaveAsync(id, \"\");\n    titles.Remove(id);\n}", "foreach (var id in titles.Keys.ToList())\n{\n    if (found.Contains(id) || !changed.Covers(id))\n        continue; // still there\n    await store.SaveAsync(id, \"\");\n    titles.Remove(id);\n}" },
        { "var gone = titles.Keys.Except(found).ToList();\nforeach (var id in gone)\n    titles.Remove(id);", "var gone = titles.Keys.Except(found).Where(key => changed.Covers(key)).ToList();\nforeach (var id in gone)\n    titles.Remove(id);" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public Task AreThoseThatTheReadDidNotBring(string end, string after) => Fixes(end, after);

    [Fact]
    public Task ASetOfIdsIsEnough() => Fixes("seen.RemoveWhere(id => !found.Contains(id));", "seen.RemoveWhere(id => !found.Contains(id) && changed.Covers(id));", work: "var id = deal.GetProperty(\"ID\").GetString()!;\nfound.Add(id);\nseen.Add(id);\nShow(deal);");

    [Fact]
    public Task RowsAreCollectedFirst()
    {
        const string before = "var deals = new List<JsonElement>();\n";
        const string keep = "\nforeach (var deal in deals)\n    titles[deal.GetProperty(\"ID\").GetString()!] = deal.GetProperty(\"TITLE\").GetString()!;\nvar found = deals.Select(d => d.GetProperty(\"ID\").GetString()!).ToHashSet();\n";
        return Fixes(
            keep.TrimStart('\n') + "foreach (var gone in titles.Keys.Except(found).ToList())\n    titles.Remove(gone);",
            keep.TrimStart('\n') + "foreach (var gone in titles.Keys.Except(found).Where(id => changed.Covers(id)).ToList())\n    titles.Remove(gone);", before, "deals.Add(deal);");
    }

    [Theory]
    [InlineData("foreach (var gone in titles.Keys.Except(found).ToList())\n    Count++;")] // how many
    [InlineData("foreach (var gone in titles.Keys.Except(found).ToList())\n{\n    titles.Remove(gone);\n    Console.WriteLine(titles.Count);\n}")]
    [InlineData("foreach (var gone in titles.Keys.Except(found).ToList())\n{\n    titles.Remove(gone);\n    break;\n}")]
    [InlineData("foreach (var gone in titles.Keys.Except(found).Take(5).ToList())\n    titles.Remove(gone);")]
    [InlineData("foreach (var gone in titles.Keys.Except(found).ToList())\n    titles.Remove(titles.Keys.First());")]
    [InlineData("foreach (var there in titles.Keys.Intersect(found).ToList())\n    titles.Remove(there);")]
    [InlineData("foreach (var id in titles.Keys.ToList())\n{\n    if (found.Contains(id))\n        titles.Remove(id);\n}")]
    [InlineData("foreach (var id in titles.Keys.ToList())\n{\n    if (!found.Contains(id))\n        titles.Remove(id);\n    Console.WriteLine(id);\n}")]
    [InlineData("foreach (var gone in titles.Keys.Except(found).ToList())\n    titles.Remove(gone);\nConsole.WriteLine(found.Count + 1);")]
    [InlineData("foreach (var gone in titles.Keys.Except(seen).ToList())\n    titles.Remove(gone);")] // of other rounds
    public Task AreCountedOrCompared(string end) => PollCase.Stays(Every(Round(end)));

    /// <summary>The entries are not those of rows, or somebody else makes some, or ids are not those of rows.</summary>
    [Theory]
    [InlineData("titles[id] =", "titles[id + \"x\"] =")]
    [InlineData("found.Add(id);", "found.Add(deal.GetProperty(\"COMPANY_ID\").GetString()!);")]
    [InlineData("found.Add(id);", "")]
    [InlineData("found.Add(id);", "if (seen.Contains(id))\n                        continue;\n                    found.Add(id);")]
    [InlineData("EnumerateArray())", "EnumerateArray().Select(d => d.GetProperty(\"COMPANY\")))")]
    [InlineData("var id = deal.GetProperty(\"ID\").GetString()!;", "var id = int.Parse(deal.GetProperty(\"ID\").GetString()!).ToString(\"D6\");")]
    [InlineData("private void Number(", "public void Note(string id) => titles[id] = \"\";\n\n    private void Number(")]
    public Task EntriesAreNotOfRows(string here, string other) => PollCase.Stays(Every(Round("foreach (var gone in titles.Keys.Except(found).ToList())\n    titles.Remove(gone);")).Replace(here, other, StringComparison.Ordinal));

    /// <summary>A time of the last change tells of no deletion.</summary>
    [Fact]
    public Task NoTimeTellsOfThem() => PollCase.Stays(Every(Round("foreach (var gone in titles.Keys.Except(found).ToList())\n    titles.Remove(gone);")), PollCase.ChangedSince);
}
