// Items of a smart process, whose names are camel case.
// client: Application
// list: crm.item
// ways: changed_since offline
// every: 300
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
        while (!stop.IsCancellationRequested)
        {
            var start = 0;
            while (true)
            {
                var page = await bitrix.CallAsync("crm.item.list", new { entityTypeId = 140, start, select = new[] { "id", "title" } });
                foreach (var item in page.GetProperty("result").GetProperty("items").EnumerateArray())
                    output.WriteLine(item.GetProperty("id").GetInt32() + " " + item.GetProperty("title").GetString());
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}
