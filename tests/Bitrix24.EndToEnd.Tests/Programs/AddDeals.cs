// The answers are not used.
// client: HttpJson
// n: 0 1 49 50 51 149 150
// size: ids = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var bitrix = new Bitrix(http, webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            await bitrix.CallAsync("crm.deal.add", new { fields = new { TITLE = $"Deal {id} & co", OPPORTUNITY = id * 1.5m } });
        }

        output.WriteLine($"{ids.Count} deals");
    }
}
