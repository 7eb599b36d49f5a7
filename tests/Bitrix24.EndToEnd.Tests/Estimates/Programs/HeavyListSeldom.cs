// The same list, read seldom enough.
// client: HttpText
// n: 1000
// seed: crm.activity n
// takes: crm.activity.list 3.83
using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bx24(webhook);
        while (!token.IsCancellationRequested)
        {
            int? start = 0;
            while (start is not null)
            {
                var page = JsonDocument.Parse(await bitrix.CallAsync("crm.activity.list", new { start, select = new[] { "ID" } })).RootElement;
                start = page.TryGetProperty("next", out var next) ? next.GetInt32() : null;
            }

            await Task.Delay(TimeSpan.FromSeconds(40));
        }
    }
}
