// Groups of ten by their place.
// client: HttpJson
// n: 10 95
// size: ids = n
// seed: crm.contact 95
// runs: every 120
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
        var ids = Enumerable.Range(1, n).ToArray();
        foreach (var part in ids.Select((id, place) => (id, place)).GroupBy(p => p.place / 10))
            await bitrix.CallAsync("batch", new { cmd = part.ToDictionary(p => $"c{p.id}", p => $"crm.contact.get?id={p.id}") });
    }
}
