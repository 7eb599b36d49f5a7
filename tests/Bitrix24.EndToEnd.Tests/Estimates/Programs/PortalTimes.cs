// A portal whose calls cost what they cost: rows, fields, the total of a list.
// client: HttpJson
// n: 3000
// seed: crm.deal n
// time: portal
// runs: every 300
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        int? start = 0;
        while (start is not null)
        {
            var page = await bitrix.CallAsync("crm.deal.list", new { start });
            start = page.TryGetProperty("next", out var next) ? next.GetInt32() : null;
        }
    }
}
