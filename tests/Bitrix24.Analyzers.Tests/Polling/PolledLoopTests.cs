using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Loops that wait in every round and read a list in it.</summary>
public sealed class PolledLoopTests
{
    static Task Fixes(string round, string after, string key = PollCase.ChangedSince, string create = Since) => PollCase.Fixes(key, Every(round), Every(after, create, "while"));

    [Fact]
    public Task CommentsStayWithTheirCode() => Fixes(
        """
        // Page by page.
        var start = 0;
        while (true)
        {
            var page = await client.CallAsync("crm.deal.list", new { start });
            foreach (var deal in page.GetProperty("result").EnumerateArray())
                Show(deal); // one by one

            // The last page has no next one.
            if (!page.TryGetProperty("next", out var next))
                break;
            start = next.GetInt32();
        }
        """,
        """
        foreach (var changed in await dealChanges.NextAsync())
        {
            // Page by page.
            var start = 0;
            while (true)
            {
                var page = await client.CallAsync("crm.deal.list", new { start, filter = changed.Filter });
                foreach (var deal in page.GetProperty("result").EnumerateArray())
                    Show(deal); // one by one

                // The last page has no next one.
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }
        }
        await dealChanges.ConfirmAsync();
        """);

    public static TheoryData<string, string> Parameters => new()
    {
        { "new { }", "new { filter = changed.Filter }" },
        { "new { start, select = new[] { \"ID\", \"TITLE\" } }", "new { start, select = new[] { \"ID\", \"TITLE\" }, filter = changed.Filter }" },
        { "new { SELECT = new[] { \"ID\" }, start }", "new { SELECT = new[] { \"ID\" }, start, FILTER = changed.Filter }" },
        { "new { start, order = new { ID = \"ASC\" } }", "new { start, order = new { ID = \"ASC\" }, filter = changed.Filter }" },
        { "new { start, filter = new { STAGE_ID = \"NEW\" } }", "new { start, filter = new Dictionary<string, object> { [\"STAGE_ID\"] = \"NEW\", [changed.Name] = changed.Value } }" },
        { "new { filter = new Dictionary<string, object> { [\"STAGE_ID\"] = \"NEW\" }, start }", "new { filter = new Dictionary<string, object> { [\"STAGE_ID\"] = \"NEW\", [changed.Name] = changed.Value }, start }" },
        { "new { filter = new Dictionary<string, object> { { \"STAGE_ID\", \"NEW\" } }, start }", "new { filter = new Dictionary<string, object> { { \"STAGE_ID\", \"NEW\" }, { changed.Name, changed.Value } }, start }" },
        { "new { filter = new Dictionary<string, object>(), start }", "new { filter = new Dictionary<string, object>() { [changed.Name] = changed.Value }, start }" },
        { "new Dictionary<string, object> { [\"start\"] = start }", "new Dictionary<string, object> { [\"start\"] = start, [\"filter\"] = changed.Filter }" },
        { "new Dictionary<string, object> { [\"start\"] = start, [\"filter\"] = new { STAGE_ID = \"NEW\" } }", "new Dictionary<string, object> { [\"start\"] = start, [\"filter\"] = new Dictionary<string, object> { [\"STAGE_ID\"] = \"NEW\", [changed.Name] = changed.Value } }" },
        {
            "new\n{\n    start,\n    filter = new Dictionary<string, object>\n    {\n        [\"STAGE_ID\"] = \"NEW\", // only these\n    },\n}",
            "new\n{\n    start,\n    filter = new Dictionary<string, object>\n    {\n        [\"STAGE_ID\"] = \"NEW\", // only these\n        [changed.Name] = changed.Value,\n    },\n}"
        },
        {
            "new\n{\n    start,\n    filter = new Dictionary<string, object>\n    {\n        [\"STAGE_ID\"] = \"NEW\"\n    }\n}",
            "new\n{\n    start,\n    filter = new Dictionary<string, object>\n    {\n        [\"STAGE_ID\"] = \"NEW\",\n        [changed.Name] = changed.Value\n    }\n}"
        },
    };

    [Theory]
    [MemberData(nameof(Parameters))]
    public Task OneMoreConditionIsInTheFilter(string before, string after) => Fixes(Pages(Row("Show(deal);"), Inside(before, 1)), Changed(Pages(Row("Show(deal);"), Inside(after, 1))));

    [Theory]
    [InlineData("new { start, limit = 10 }")]
    [InlineData("new { start, filter = new Dictionary<string, object> { [\"<ID\"] = 5 } }")]
    [InlineData("new { start, filter = new Dictionary<string, object> { [\"!DATE_MODIFY\"] = \"\" } }")]
    [InlineData("new { start, filter = new Dictionary<string, string> { [\"STAGE_ID\"] = \"NEW\" } }")]
    [InlineData("new { start, filter = new Dictionary<string, object> { [stop.ToString()!] = 5 } }")]
    [InlineData("new { start, filter = titles }")]
    [InlineData("new { start = start + 50 }")]
    [InlineData("new { start = 100 }")]
    [InlineData("new { start = Count }")]
    public Task AnyOtherParametersHaveNoFix(string parameters) => PollCase.Stays(Every(Pages(Row("Show(deal);"), parameters)));

    public static TheoryData<string> Works => new(
        "Console.WriteLine(deal.GetProperty(\"TITLE\").GetString());",
        "titles[deal.GetProperty(\"ID\").GetString()!] = deal.GetProperty(\"TITLE\").GetString()!;",
        "seen.Add(deal.GetProperty(\"ID\").GetString()!);",
        "await store.SaveAsync(deal.GetProperty(\"ID\").GetString()!, deal.GetProperty(\"TITLE\").GetString()!);",
        "if (store.Has(deal.GetProperty(\"ID\").GetString()!))\n    continue;\nShow(deal);",
        "var words = new List<string>();\nforeach (var word in deal.GetProperty(\"TITLE\").GetString()!.Split(' '))\n{\n    if (word.Length == 0)\n        break;\n    words.Add(word);\n}\nConsole.WriteLine(words.Count);",
        "await client.CallAsync(\"crm.deal.update\", new { id = deal.GetProperty(\"ID\").GetString(), fields = new { TITLE = \"x\" } });",
        "try\n{\n    Show(deal);\n}\ncatch (Exception e)\n{\n    Console.WriteLine(e);\n    throw;\n}");

    [Theory]
    [MemberData(nameof(Works))]
    public Task TheWorkOnARowIsOnThatRow(string work) => Fixes(Pages(Row(work)), Changed(Pages(Row(work), "new { start, filter = changed.Filter }")));

    [Theory]
    [InlineData("Count++;")]
    [InlineData("Number(deal);")]
    [InlineData("list.Add(deal.GetProperty(\"ID\").GetString()!);")]
    [InlineData("if (seen.Add(deal.GetProperty(\"COMPANY_ID\").GetString()!))\n    Show(deal);")]
    [InlineData("titles[\"last\"] = deal.GetProperty(\"ID\").GetString()!;")]
    [InlineData("titles[deal.GetProperty(\"COMPANY_ID\").GetString()!] = titles[\"last\"];")]
    [InlineData("if (deal.GetProperty(\"ID\").GetString() == \"5\")\n    break;")]
    [InlineData("if (deal.GetProperty(\"DEADLINE\").GetDateTime() < DateTime.Now)\n    Show(deal);")]
    [InlineData("Console.WriteLine(start);")]
    [InlineData("Console.WriteLine(page.GetProperty(\"total\"));")]
    [InlineData("start++;")]
    [InlineData("try\n{\n    Show(deal);\n}\ncatch (Exception e)\n{\n    Console.WriteLine(e);\n}")]
    [InlineData("Console.WriteLine(await client.CallAsync(\"crm.contact.get\", new { id = deal.GetProperty(\"CONTACT_ID\").GetString() }));")]
    public Task WorkThatSeesOtherRowsHasNoFix(string work) => PollCase.Stays(Every(Pages(Row(work))));

    [Theory]
    [InlineData("var n = 0;\n", "n++;", "Console.WriteLine(n);")]
    [InlineData("var deals = new List<JsonElement>();\n", "deals.Add(deal);", "Console.WriteLine(deals.Count);")]
    [InlineData("var deals = new List<JsonElement>();\n", "deals.Add(deal);", "foreach (var deal in deals.OrderBy(d => d.ToString()).Take(5))\n    Show(deal);")]
    [InlineData("var deals = new List<JsonElement>();\n", "deals.Add(deal);", "foreach (var group in deals.GroupBy(d => d.ToString()))\n    Console.WriteLine(group.Count());")]
    [InlineData("var deals = new List<JsonElement>();\n", "deals.Add(deal);", "if (deals.Count > 5)\n    foreach (var deal in deals)\n        Show(deal);")]
    [InlineData("var deals = new List<JsonElement>();\n", "deals.Add(deal);", "foreach (var deal in deals)\n    Console.WriteLine(deals.Count);")]
    [InlineData("var deals = new List<JsonElement>();\n", "deals.Add(deal);", "foreach (var deal in deals)\n    Show(deal);\nif (deals.Count == 0)\n    Console.WriteLine(\"none\");")]
    [InlineData("titles.Clear();\n", "titles[deal.GetProperty(\"ID\").GetString()!] = \"\";", "")]
    [InlineData("", "seen.Add(deal.GetProperty(\"ID\").GetString()!);", "foreach (var id in seen)\n    Console.WriteLine(id);")]
    [InlineData("var known = store.Has(\"x\");\n", "Console.WriteLine(known);", "")]
    [InlineData("", "Show(deal);", "Count = 0;")]
    [InlineData("", "Show(deal);", "if (stop.IsCancellationRequested)\n    return;")]
    public Task WhatIsDoneOncePerRoundHasNoFix(string before, string work, string behind) => PollCase.Stays(Every(Pages(Row(work), before: before) + (behind.Length == 0 ? "" : "\n" + behind)));

    [Fact]
    public Task RowsAreCollectedFirst() => Fixes(
        Pages(Row("if (deal.GetProperty(\"OPENED\").GetString() == \"Y\")\n    deals.Add(deal);"), before: "var deals = new List<JsonElement>();\n") + "\nforeach (var deal in deals.Where(d => d.GetProperty(\"TITLE\").GetString() != \"\"))\n    Show(deal);",
        Changed(Pages(Row("if (deal.GetProperty(\"OPENED\").GetString() == \"Y\")\n    deals.Add(deal);"), "new { start, filter = changed.Filter }", "var deals = new List<JsonElement>();\n") + "\nforeach (var deal in deals.Where(d => d.GetProperty(\"TITLE\").GetString() != \"\"))\n    Show(deal);"));

    [Fact]
    public Task OnePageIsRead() => Fixes(
        "var page = await client.CallAsync(\"crm.deal.list\", new { filter = new { STAGE_ID = \"NEW\" } });\n" + Row("Show(deal);"),
        Changed("var page = await client.CallAsync(\"crm.deal.list\", new { filter = new Dictionary<string, object> { [\"STAGE_ID\"] = \"NEW\", [changed.Name] = changed.Value } });\n" + Row("Show(deal);")));

    [Fact]
    public Task TheLatestRowsOnlyHaveNoFix() => PollCase.Stays(Every("var page = await client.CallAsync(\"crm.deal.list\", new { order = new { ID = \"DESC\" } });\n" + Row("Show(deal);")));

    const string Keyset = """
        var last = 0;
        while (true)
        {
            var page = await client.CallAsync("crm.deal.list", new { start = -1, order = new { ID = "ASC" }, filter = new Dictionary<string, object> { [">ID"] = last } });
            var deals = page.GetProperty("result").EnumerateArray().ToList();
            foreach (var deal in deals)
            {
                Show(deal);
                last = int.Parse(deal.GetProperty("ID").GetString()!);
            }

            if (deals.Count < 50)
                break;
        }
        """;

    [Fact]
    public Task PagesAreTurnedByTheLastId() => Fixes(Keyset, Changed(Keyset.Replace("= last }", "= last, [changed.Name] = changed.Value }", StringComparison.Ordinal)));

    [Theory]
    [InlineData("deals.Count < 50", "deals.Count < 50 || last > 5000")]
    [InlineData("deals.Count < 50", "deals.Count > 70")]
    [InlineData("deals.Count < 50", "deals.Any(d => d.ToString() == \"\")")]
    [InlineData("var last = 0;", "var last = 7000;")]
    [InlineData("Show(deal);", "Console.WriteLine(last);")]
    public Task PagesThatEndForAnotherReasonHaveNoFix(string here, string other) => PollCase.Stays(Every(Keyset.Replace(here, other, StringComparison.Ordinal)));

    [Theory]
    [InlineData("if (page.TryGetProperty(\"error\", out var error))\n    throw new InvalidOperationException(error.GetString());\n")]
    [InlineData("stop.ThrowIfCancellationRequested();\n")]
    [InlineData("await Task.Delay(500, stop);\n")]
    public Task AnErrorIsThrown(string check) => Fixes(Pages(check + Row("Show(deal);")), Changed(Pages(check + Row("Show(deal);"), "new { start, filter = changed.Filter }")));

    [Theory]
    [InlineData("if (page.TryGetProperty(\"error\", out _))\n    break;\n")]
    [InlineData("if (!page.TryGetProperty(\"result\", out _))\n    break;\n")]
    [InlineData("if (page.GetProperty(\"result\").ValueKind == JsonValueKind.Null)\n    break;\n")]
    public Task AnErrorThatIsPassedOverHasNoFix(string check) => PollCase.Stays(Every(Pages(check + Row("Show(deal);"))));

    static string UntilNothingIsNext(string first, string filter = "") => $$"""
        int? start = {{first}};
        while (start is not null)
        {
            var page = await client.CallAsync("crm.deal.list", new { start{{filter}} });
            {{Inside(Row("Show(deal);"), 1)}}
            start = page.TryGetProperty("next", out var next) ? next.GetInt32() : null;
        }
        """;

    [Fact]
    public Task PagesAreTurnedUntilNothingIsNext() => Fixes(UntilNothingIsNext("0"), Changed(UntilNothingIsNext("0", ", filter = changed.Filter")));

    [Fact]
    public Task PagesFromTheMiddleHaveNoFix() => PollCase.Stays(Every(UntilNothingIsNext("100")));

    static string Items(string entityTypeId, string filter = "") => Pages("foreach (var item in page.GetProperty(\"result\").GetProperty(\"items\").EnumerateArray())\n    Show(item);", $"new {{ entityTypeId = {entityTypeId}, start{filter} }}")
        .Replace("crm.deal.list", "crm.item.list", StringComparison.Ordinal);

    [Theory]
    [InlineData(PollCase.ChangedSince, "2", "Since(\"updatedTime\", \"id\")")]
    [InlineData(PollCase.Offline, "31", "Offline((string method, object body) => client.CallAsync(method, body), \"id\", \"OnCrmDynamicItemAdd\", \"OnCrmDynamicItemUpdate\")")]
    [InlineData(PollCase.Offline, "1058", "Offline((string method, object body) => client.CallAsync(method, body), \"id\", \"OnCrmDynamicItemAdd\", \"OnCrmDynamicItemUpdate\")")]
    public Task ItemsOfAType(string key, string type, string create) => Fixes(
        Items(type), Changed(Items(type, ", filter = changed.Filter")).Replace("dealChanges", "itemChanges", StringComparison.Ordinal), key, $"var itemChanges = Bitrix24Changes.{create};\n");

    [Theory]
    [InlineData("2")]
    [InlineData("Count")]
    public Task EventsOfAnotherTypeTellNothing(string type) => PollCase.Stays(Every(Items(type)), PollCase.Offline);

    [Fact]
    public Task FromTheOfflineQueue() => Fixes(
        Pages(Row("Show(deal);")), Changed(Pages(Row("Show(deal);"), "new { start, filter = changed.Filter }")), PollCase.Offline,
        "var dealChanges = Bitrix24Changes.Offline((string method, object body) => client.CallAsync(method, body), \"ID\", \"OnCrmDealAdd\", \"OnCrmDealUpdate\");\n");
}
