// Every answer is an empty list.
// client: HttpNode
// n: 0 1 2 51
// size: codes = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var client = new Bitrix24Client(new HttpClient(), webhook);
        var codes = Enumerable.Range(1, n).Select(i => $"code-{i}").ToList();
        foreach (var code in codes)
        {
            var found = await client.PostAsync("crm.deal.list", new { filter = new { ORIGIN_ID = code }, select = new[] { "ID" } });
            output.WriteLine($"{code} {found!["result"]!.AsArray().Count} {found["total"]} {found["next"] is null}");
        }
    }
}
