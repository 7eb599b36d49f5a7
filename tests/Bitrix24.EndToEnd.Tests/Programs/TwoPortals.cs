// The client differs from round to round. No fix.
// client: HttpJson
// n: 0 3
// seed: crm.deal 1
// size: portals = n
// fixes: 0
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var portals = Enumerable.Range(1, n).Select(_ => webhook).ToList();
        foreach (var portal in portals)
        {
            var bitrix = new Bitrix(http, portal);
            var deal = await bitrix.CallAsync("crm.deal.get", new { id = 1, n = portal.Length });
            output.WriteLine(deal.GetProperty("result").GetProperty("TITLE"));
        }
    }
}
