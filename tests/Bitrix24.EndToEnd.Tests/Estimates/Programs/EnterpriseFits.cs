// What Standard would refuse, Enterprise lets through.
// client: HttpText
// n: 200
// size: ids = n
// seed: crm.deal n
// plan: enterprise
// runs: every 60
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
