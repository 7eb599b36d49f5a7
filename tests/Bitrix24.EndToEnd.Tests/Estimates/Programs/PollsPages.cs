// A service that reads the whole list again and again, page by page.
// client: HttpJson
// n: 0 1 49 50 51 120 3000
// seed: crm.activity n
using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        while (!token.IsCancellationRequested)
        {
            var start = 0;
            while (true)
            {
                var page = await bitrix.CallAsync("crm.activity.list", new { start, select = new[] { "ID" } });
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }

            await Task.Delay(TimeSpan.FromMinutes(5), token);
        }
    }
}
