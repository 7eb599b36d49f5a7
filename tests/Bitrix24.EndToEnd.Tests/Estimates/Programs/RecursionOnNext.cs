// A method calls itself for the next page.
// client: HttpJson
// n: 0 1 49 50 51 120 3000
// seed: crm.activity n
// runs: every 1200
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class Reader(Bitrix bitrix)
{
    public async Task ReadAsync(int start)
    {
        var page = await bitrix.CallAsync("crm.activity.list", new { start, select = new[] { "ID" } });
        if (page.TryGetProperty("next", out var next))
            await ReadAsync(next.GetInt32());
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        await new Reader(bitrix).ReadAsync(0);
    }
}
