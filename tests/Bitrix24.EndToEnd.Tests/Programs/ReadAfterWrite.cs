// Each round reads what it has just written: the read has to come in between. No fix.
// client: HttpJson
// n: 0 3
// seed: crm.deal n
// size: ids = n
// fixes: 0
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
        {
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { TITLE = $"Renamed {id}" } });
            var deal = await bitrix.CallAsync("crm.deal.get", new { id });
            output.WriteLine(deal.GetProperty("result").GetProperty("TITLE").GetString());
        }
    }
}
