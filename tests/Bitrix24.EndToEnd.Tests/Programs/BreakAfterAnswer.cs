// A search that ends at what it finds: reads that nobody needs are made all the same, but no more requests.
// client: HttpJson
// n: 0 10 60 150
// seed: crm.deal 150
// size: ids = n
// after: 1
// after-0: 0
// after-60: 2
// after-150: 2
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToArray();
        var found = 0;
        foreach (var id in ids)
        {
            var deal = (await bitrix.CallAsync("crm.deal.get", new { id })).GetProperty("result");
            output.WriteLine(deal.GetProperty("TITLE").GetString());
            if (deal.GetProperty("COMMENTS").GetString() == "2" && id > 50)
            {
                found = id;
                break;
            }
        }

        output.WriteLine($"found {found}");
    }
}
