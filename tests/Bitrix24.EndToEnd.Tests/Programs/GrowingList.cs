// The list grows while it is counted through. No fix.
// client: HttpJson
// n: 3
// seed: crm.deal 8
// fixes: 0
// size: ids = 8
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
        for (var i = 0; i < ids.Count; i++)
        {
            var deal = await bitrix.CallAsync("crm.deal.get", new { id = ids[i] });
            output.WriteLine(deal.GetProperty("result").GetProperty("TITLE").GetString());
            if (ids.Count < 8)
                ids.Add(ids.Count + 1);
        }
    }
}
