// A periodic timer: its ticks come whether the round took long or not.
// client: HttpText
// n: 6 100
// size: ids = n
// seed: crm.deal 100
// ends: BurstsRefused
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bx24(webhook);
        var ids = Enumerable.Range(1, n).ToList();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(60));
        do
        {
            foreach (var id in ids)
                await bitrix.CallAsync("crm.deal.get", new { id });
        }
        while (await timer.WaitForNextTickAsync() && !token.IsCancellationRequested);
    }
}
