// Only rows that are new or different are worth a line.
// client: Application
// list: crm.deal
// ways: changed_since offline
// every: 300
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        var bitrix = new Bitrix(new HttpClient(), portal, secrets);
        var titles = new Dictionary<int, string?>();
        while (!stop.IsCancellationRequested)
        {
            var start = 0;
            while (true)
            {
                var page = await bitrix.CallAsync("crm.deal.list", new { start, select = new[] { "ID", "TITLE" } });
                foreach (var deal in page.GetProperty("result").EnumerateArray())
                {
                    var id = int.Parse(deal.GetProperty("ID").GetString()!);
                    var title = deal.GetProperty("TITLE").GetString();
                    if (!titles.TryGetValue(id, out var old) || old != title)
                        output.WriteLine(id + " " + title);
                    titles[id] = title;
                }
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}
