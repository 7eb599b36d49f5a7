// Two calls of a round share its pause.
// client: HttpJson
// n: 90
// size: ids = n
// seed: crm.deal 90
// runs: once
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            await bitrix.CallAsync("crm.deal.get", new { id });
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { TITLE = "new" } });
            await Task.Delay(700);
        }
    }
}
