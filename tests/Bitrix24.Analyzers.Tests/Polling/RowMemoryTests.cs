using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>What a round remembers of its rows.</summary>
public sealed class RowMemoryTests
{
    const string Id = "var id = deal.GetProperty(\"ID\").GetString()!;\nvar title = deal.GetProperty(\"TITLE\").GetString()!;\n";

    static string With(string program) => program
        .Replace("    public int Count", (program.Contains("notes", StringComparison.Ordinal) ? "    private readonly Dictionary<string, string?> notes = new();\n" : "") + (program.Contains("levels", StringComparison.Ordinal) ? "    private readonly Dictionary<string, int> levels = new();\n" : "")
            + (program.Contains("Rules", StringComparison.Ordinal) ? "    private static class Rules\n    {\n        public static bool Equals(string one, string other) => one.Length == other.Length;\n    }\n\n" : "") + "    public int Count", StringComparison.Ordinal);

    public static TheoryData<string> Memories => new(
        "if (seen.Add(id))\n    Show(deal);",
        "if (!seen.Add(id))\n    continue;\nShow(deal);",
        "if (seen.Contains(id))\n    continue;\nShow(deal);\nseen.Add(id);",
        "if (!this.seen.Contains(id))\n{\n    Show(deal);\n    this.seen.Add(id);\n}",
        "if (!titles.TryGetValue(id, out var old) || old != title)\n    Show(deal);\ntitles[id] = title;",
        "if (titles.TryGetValue(id, out var old) && old == title)\n    continue;\ntitles[id] = title;\nShow(deal);",
        "if (titles.TryGetValue(id, out var old) && old != title)\n    Console.WriteLine($\"{id}: {old} to {title}\");\ntitles[id] = title;",
        "if (titles.TryGetValue(id, out var old))\n{\n    if (!string.Equals(old, title, StringComparison.Ordinal))\n        Console.WriteLine(old);\n}\nelse\n{\n    Console.WriteLine(title);\n}\ntitles[id] = title;",
        "var old = titles.GetValueOrDefault(id);\nif (old != title)\n    Console.WriteLine(old);\ntitles[id] = title;",
        "var isNew = !titles.ContainsKey(id);\nif (isNew)\n    Show(deal);\ntitles[id] = title;",
        "if (titles.ContainsKey(id) && titles[id] == title)\n    continue;\nShow(deal);\ntitles[id] = title;",
        "titles.TryGetValue(id, out var old);\nif (old is not null && !old.Equals(title))\n    Show(deal);\ntitles[id] = title;",
        "if (deal.GetProperty(\"OPENED\").GetString() == \"Y\" && seen.Add(id))\n    Show(deal);",
        "if (titles.TryAdd(id, title))\n    Show(deal);");

    [Theory]
    [MemberData(nameof(Memories))]
    public Task TellsWhatIsNewOrDifferent(string work) => PollCase.Fixes(PollCase.ChangedSince, Every(Pages(Row(Id + work))), Every(Changed(Pages(Row(Id + work), "new { start, filter = changed.Filter }")), Since, "while"));

    [Theory]
    [InlineData("if (!seen.Add(id))\n    Show(deal);")] // the second time
    [InlineData("if (seen.Contains(id))\n    Show(deal);\nseen.Add(id);")]
    [InlineData("if (!seen.Contains(id))\n{\n    seen.Add(id);\n    continue;\n}\nShow(deal);")]
    [InlineData("if (seen.Contains(id))\n    seen.Remove(id);\nelse\n    seen.Add(id);")] // every other round
    [InlineData("titles[id] = titles.GetValueOrDefault(id) + \"x\";")] // rounds are counted
    [InlineData("titles.TryGetValue(id, out var old);\nif ((old + \"x\").Length > 3)\n    Show(deal);\ntitles[id] = old + \"x\";")]
    [InlineData("if (!titles.TryGetValue(id, out var old) || old != title)\n    Show(deal);\ntitles[id] = title + title;")] // something else is kept
    [InlineData("if (!titles.TryGetValue(id, out var old) || old != title)\n    Show(deal);\ntitles[id] = title;\nConsole.WriteLine(titles.Count);")]
    [InlineData("titles.TryGetValue(id, out var old);\nConsole.WriteLine(old);\ntitles[id] = title;")]
    [InlineData("var company = deal.GetProperty(\"COMPANY_ID\").GetString()!;\nif (!titles.TryGetValue(company, out var old) || old != title)\n    Show(deal);\ntitles[company] = title;")] // other rows have it too
    [InlineData("if (!titles.TryGetValue(id, out var old) || old != title || Count > 5)\n    Show(deal);\ntitles[id] = title;")]
    [InlineData("if (!titles.TryGetValue(id, out var old) || old != title)\n    titles[\"last\"] = id;\ntitles[id] = title;")]
    [InlineData("string? note = deal.GetProperty(\"COMMENTS\").GetString();\nif (!notes.TryGetValue(id, out var old))\n{\n    notes[id] = note;\n    continue;\n}\nif (old == null)\n    Show(deal);\nnotes[id] = note;")] // what is kept may be nothing
    [InlineData("if (titles.TryGetValue(id, out var old) && old != title)\n    Show(deal);\ntitle = title.ToUpperInvariant();\ntitles[id] = title;")]
    [InlineData("if (!levels.TryAdd(id, 5) && levels[id]-- != 5)\n    Show(deal);")]
    [InlineData("if (titles.TryGetValue(id, out var old) && Rules.Equals(old, title))\n    continue;\ntitles[id] = title;\nShow(deal);")]
    [InlineData("if (titles.TryGetValue(id, out var old) && old == deal.GetRawText())\n    continue;\ntitles[id] = deal.GetRawText();\nShow(deal);")] // some fields change by themselves
    public Task TellsSomethingElse(string work) => PollCase.Stays(With(Every(Pages(Row(Id + work)))));

    /// <summary>What others take out comes again before, and after only when the row changes.</summary>
    [Fact]
    public Task OthersForget() => PollCase.Stays(Every(Pages(Row(Id + "if (seen.Add(id))\n    Show(deal);"))).Replace("private void Number(", "public void Forget() => seen.Clear();\n\n    private void Number(", StringComparison.Ordinal));

    [Fact]
    public Task OthersLook() => PollCase.Fixes(
        PollCase.ChangedSince,
        Every(Pages(Row(Id + "if (seen.Add(id))\n    Show(deal);"))).Replace("private void Number(", "public int Known => seen.Count;\n\n    private void Number(", StringComparison.Ordinal),
        Every(Changed(Pages(Row(Id + "if (seen.Add(id))\n    Show(deal);"), "new { start, filter = changed.Filter }")), Since, "while").Replace("private void Number(", "public int Known => seen.Count;\n\n    private void Number(", StringComparison.Ordinal));
}
