// Lines are printed between the writes of a loop that could only wait: the order of both would differ. No fix.
// client: HttpJson
// n: 3
// seed: crm.deal n
// fixes: 0
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
        var sort = 0;
        foreach (var id in ids)
        {
            output.WriteLine("updating " + id);
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { PROBABILITY = ++sort } });
            if (id % 2 == 0)
                await bitrix.CallAsync("crm.deal.delete", new { id });
        }
    }
}
