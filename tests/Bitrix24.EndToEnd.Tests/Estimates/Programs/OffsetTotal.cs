// The answer says how many rows there are.
// client: HttpJson
// n: 0 1 49 50 51 120 3000
// seed: crm.lead n
// runs: every 600
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var start = 0;
        int total;
        do
        {
            var page = await bitrix.CallAsync("crm.lead.list", new { start, select = new[] { "ID" } });
            total = page.GetProperty("total").GetInt32();
            start += 50;
        }
        while (start < total);
    }
}
