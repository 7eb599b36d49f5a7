// Each answer is printed; there is no fourth deal, and the loop ends there.
// client: HttpJson
// n: 0 3 4 50 120
// seed: crm.deal 3
// size: ids = n
// after: 1
// after-0: 0
// after-4: 2
// after-50: 2
// after-120: 2
// throws: HttpRequestException
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
            var answer = await bitrix.CallAsync("crm.deal.get", new { id });
            output.WriteLine(answer.GetProperty("result").GetProperty("TITLE").GetString());
        }
    }
}
