// Slow writes of a timer use up the method's time within minutes.
// client: HttpText
// n: 20
// size: ids = n
// seed: crm.deal n
// runs: every 60
// takes: crm.deal.update 2.83
// ends: OperatingBlocked
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
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { TITLE = "slow" } });
    }
}
