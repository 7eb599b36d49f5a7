// A loop without a condition.
// client: Application
// list: crm.deal
// ways: changed_since offline
// every: 600
using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        var bitrix = new Bitrix(new HttpClient(), portal, secrets);
        for (;;)
        {
            stop.ThrowIfCancellationRequested();
            var start = 0;
            while (true)
            {
                var page = await bitrix.CallAsync("crm.deal.list", new { start, select = new[] { "ID", "TITLE" } });
                foreach (var deal in page.GetProperty("result").EnumerateArray())
                    output.WriteLine(deal.GetProperty("ID").GetString() + " " + deal.GetProperty("TITLE").GetString());
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }

            await Task.Delay(TimeSpan.FromMinutes(10), stop);
        }
    }
}
