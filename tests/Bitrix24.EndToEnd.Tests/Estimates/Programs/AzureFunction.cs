// A function on a timer.
// client: HttpJson
// stub: Microsoft.Azure.Functions
// n: 120
// seed: crm.deal n
// ticks: every 300
using Microsoft.Azure.Functions.Worker;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class Functions(Bitrix bitrix)
{
    [Function("scan")]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer)
    {
        int? start = 0;
        while (start is not null)
        {
            var page = await bitrix.CallAsync("crm.deal.list", new { start });
            start = page.TryGetProperty("next", out var next) ? next.GetInt32() : null;
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        await new Functions(bitrix).RunAsync(new TimerInfo());
    }
}
