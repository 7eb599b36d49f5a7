// What a local keeps is read once in each run.
// client: HttpJson
// n: 25
// size: ids = n
// seed: crm.deal 25
// runs: every 60
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        JsonElement? fields = null;
        foreach (var id in ids)
        {
            fields ??= await bitrix.CallAsync("crm.deal.fields", new { });
            await bitrix.CallAsync("crm.deal.get", new { id });
        }
    }
}
