// A queue is emptied.
// client: HttpJson
// n: 0 1 33
// size: queue = n
// seed: crm.deal 33
// runs: every 90
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var queue = new Queue<int>(Enumerable.Range(1, n));
        while (queue.Count > 0)
            await bitrix.CallAsync("crm.deal.get", new { id = queue.Dequeue() });
    }
}
