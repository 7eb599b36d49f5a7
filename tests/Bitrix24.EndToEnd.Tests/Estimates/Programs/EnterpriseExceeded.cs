// Runs that overlap are too much for Enterprise too.
// client: HttpText
// n: 400
// size: ids = n
// seed: crm.deal n
// plan: enterprise
// runs: every 20
// horizon: 1200
// ends: AverageExceedsDrain
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
            await bitrix.CallAsync("crm.deal.get", new { id });
    }
}
