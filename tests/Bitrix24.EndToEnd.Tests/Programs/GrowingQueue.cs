// What is found goes into the queue that is being emptied. No fix.
// client: HttpJson
// n: 3
// seed: crm.deal 8
// fixes: 0
// size: queue = 8
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var queue = new Queue<int>(Enumerable.Range(1, n));
        while (queue.TryDequeue(out var id))
        {
            var deal = await bitrix.CallAsync("crm.deal.get", new { id });
            output.WriteLine(deal.GetProperty("result").GetProperty("TITLE").GetString());
            if (id + 3 <= 8)
                queue.Enqueue(id + 3);
        }
    }
}
