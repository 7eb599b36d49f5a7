// Six hours of a loop that never catches up.
// client: HttpText
// n: 60
// size: ids = n
// seed: crm.deal n
// horizon: 21600
// ends: AverageExceedsDrain
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
        while (!token.IsCancellationRequested)
        {
            foreach (var id in ids)
                await bitrix.CallAsync("crm.deal.get", new { id });
            await Task.Delay(TimeSpan.FromSeconds(5));
        }
    }
}
