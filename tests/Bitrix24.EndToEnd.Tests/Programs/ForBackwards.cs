// A for that counts down.
// client: Throwing
// n: 0 1 50 101
// seed: crm.deal n
// size: id = n
// after: ⌈n/50⌉
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var portal = new BitrixPortal(http, webhook);
        for (var id = n; id >= 1; id--)
        {
            var deal = await portal.CallAsync("crm.deal.get", new { id });
            output.Write(deal.GetProperty("result").GetProperty("ID").GetString() + " ");
        }

        output.WriteLine();
    }
}
