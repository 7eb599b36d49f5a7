// A pause that is too short only puts off the refusal.
// client: HttpText
// n: 400
// size: ids = n
// seed: crm.deal 400
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
        {
            await bitrix.CallAsync("crm.deal.get", new { id });
            Thread.Sleep(100);
        }
    }
}
