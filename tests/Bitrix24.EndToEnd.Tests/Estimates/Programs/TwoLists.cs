// Two lists, one after the other.
// client: HttpJson
// n: 120 3000
// seed: crm.deal n
// seed: crm.company 51
// ends: Fits
using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class Lists(Bitrix bitrix)
{
    public async Task ReadAsync(string method)
    {
        for (var start = 0; start >= 0;)
        {
            var page = await bitrix.CallAsync(method, new { start, select = new[] { "ID", "TITLE" } });
            start = page.TryGetProperty("next", out var next) ? next.GetInt32() : -1;
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        while (!token.IsCancellationRequested)
        {
            await new Lists(bitrix).ReadAsync("crm.deal.list");
            await new Lists(bitrix).ReadAsync("crm.company.list");
            await Task.Delay(TimeSpan.FromMinutes(1.5), token);
        }
    }
}
