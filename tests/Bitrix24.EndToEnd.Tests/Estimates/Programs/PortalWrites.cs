// Reads and writes of unequal cost.
// client: HttpText
// n: 45
// size: ids = n
// seed: crm.deal n
// time: portal
// runs: every 60
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
        {
            await bitrix.CallAsync("crm.deal.get", new { id });
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { TITLE = "new" } });
        }
    }
}
