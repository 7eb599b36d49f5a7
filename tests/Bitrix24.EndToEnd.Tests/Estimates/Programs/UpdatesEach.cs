// One update for each element, once.
// client: HttpText
// n: 0 1 40 200
// seed: crm.deal 200
// size: ids = n
// runs: once
// ends: BurstsRefused
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bx24(webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { TITLE = "done" } });
    }
}
