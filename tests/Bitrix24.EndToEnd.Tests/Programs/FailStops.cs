// The loop ends at the first command that fails, and what is behind it is not written.
// client: HttpJson
// n: 5 49 50 51 120
// seed: crm.deal n
// failing: crm.deal.update 37 ACCESS_DENIED
// throws: HttpRequestException
// after: 2
// after-5: 1
// size: ids = n
// counts: at most
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
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { TITLE = $"New {id}" } });
        }

        output.WriteLine("all");
    }
}
