// For each of five elements that the code lists.
// client: HttpJson
// n: 1
// seed: crm.deal 5
// runs: every 15
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        foreach (var id in new[] { 1, 2, 3, 5, 4 })
            await bitrix.CallAsync("crm.deal.get", new { id });
    }
}
