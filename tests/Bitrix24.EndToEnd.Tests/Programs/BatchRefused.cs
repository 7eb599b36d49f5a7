// The bucket is full at the 51st call, and so for the second batch as a whole.
// client: HttpJson
// n: 50 52 149
// seed: crm.deal n
// fail: crm.deal.update 51 QUERY_LIMIT_EXCEEDED 503
// fail: batch 2 QUERY_LIMIT_EXCEEDED 503
// throws: HttpRequestException
// after: 2
// after-50: 1
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
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { CLOSED = "Y" } });

        output.WriteLine("closed");
    }
}
