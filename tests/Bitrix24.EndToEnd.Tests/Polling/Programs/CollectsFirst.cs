// All pages are collected, then worked on.
// client: Application
// list: crm.deal
// ways: changed_since offline
// every: 300
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        var bitrix = new Bitrix(new HttpClient(), portal, secrets);
        while (!stop.IsCancellationRequested)
        {
            var deals = new List<JsonElement>();
            var start = 0;
            while (true)
            {
                var page = await bitrix.CallAsync("crm.deal.list", new { start, select = new[] { "ID", "TITLE" } });
                deals.AddRange(page.GetProperty("result").EnumerateArray());
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }

            foreach (var deal in deals)
                output.WriteLine(deal.GetProperty("ID").GetString() + " " + deal.GetProperty("TITLE").GetString());

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}
