// A way out ahead of a read.
// client: HttpJson
// n: 0 10 60
// seed: crm.lead 60
// after: ⌈n/60⌉
// size: ids = n
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
        var found = 0;
        foreach (var id in ids)
        {
            if (found >= 5)
                break;
            var lead = await bitrix.CallAsync("crm.lead.get", new { id });
            if (lead.GetProperty("result").GetProperty("COMMENTS").GetString() == "1")
                found++;
            output.WriteLine($"{id} {found}");
        }
    }
}
