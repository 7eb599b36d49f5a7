// A read for each row of each page: N + 1.
// client: HttpText
// n: 1 50 51 120
// seed: crm.deal n
// runs: every 3600
// ends: BurstsRefused
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bx24(webhook);
        int? start = 0;
        while (start != null)
        {
            var page = JsonDocument.Parse(await bitrix.CallAsync("crm.deal.list", new { start, select = new[] { "ID" } })).RootElement;
            if (page.TryGetProperty("result", out var rows))
            {
                foreach (var row in rows.EnumerateArray())
                    await bitrix.CallAsync("crm.deal.get", new { id = row.GetProperty("ID").GetString() });
                start = page.TryGetProperty("next", out var next) ? next.GetInt32() : null;
            }
        }
    }
}
