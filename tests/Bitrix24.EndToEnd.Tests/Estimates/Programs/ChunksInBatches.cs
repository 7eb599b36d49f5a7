// Fifty updates in a batch.
// client: HttpJson
// n: 1 49 50 51 1200
// size: ids = n
// seed: crm.deal 100
// runs: every 300
// ends: Unknown
// counts: at least
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var chunk in ids.Chunk(50))
            await bitrix.CallAsync("batch", new { halt = 0, cmd = chunk.ToDictionary(id => $"u{id}", id => $"crm.deal.update?id={id % 100}&fields[TITLE]=new") });
    }
}
