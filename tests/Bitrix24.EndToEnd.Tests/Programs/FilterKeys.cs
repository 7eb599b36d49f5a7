// Keys of filters, a false that says that a field is empty, an empty list among the answers, and totals of pages that go on.
// client: HttpJson
// n: 0 1 6
// seed: crm.deal 120
// size: filters = n
// after: ⌈n/50⌉
// after-6: 3
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var filters = new List<Dictionary<string, object>>
        {
            new() { ["%TITLE"] = "Row 1", ["!COMMENTS"] = "3" },
            new() { [">=ID"] = 20, ["<ID"] = 30.0 },
            new() { ["=TITLE"] = "nothing & nobody" },
            new() { ["@ID"] = new[] { 5, 7, 9 }, ["OPENED"] = true },
            new() { ["IS_NEW"] = "Y", ["CLOSED"] = false },
            new() { ["ID"] = new List<string> { "1", "2" } },
        }.Take(n).ToList();
        var lines = new List<string>();
        foreach (var filter in filters)
        {
            var page = await bitrix.CallAsync("crm.deal.list", new { order = new { ID = "DESC" }, filter, select = new[] { "ID" }, start = 0 });
            var next = page.TryGetProperty("next", out var more) ? more.GetInt32() : -1;
            lines.Add($"{page.GetProperty("total")} {next} {page.GetProperty("result").GetRawText()}");
        }

        output.WriteLine(string.Join("\n", lines));
    }
}
