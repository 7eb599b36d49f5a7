// What is there is updated, what is not is added: a call for each.
// client: HttpJson
// n: 40
// size: ids = n
// seed: crm.deal 20
// runs: every 300
// counts: at most
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
            if (id <= 20)
                await bitrix.CallAsync("crm.deal.update", new { id, fields = new { TITLE = "old" } });
            else
                await bitrix.CallAsync("crm.deal.add", new { fields = new { TITLE = "new" } });
        }
    }
}
