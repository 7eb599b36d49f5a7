// A method is given a sequence, and nobody knows what asking it does. No fix.
// client: HttpJson
// n: 3
// seed: crm.deal n
// size: ids = n
// fixes: 0
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Reader(Bitrix bitrix, TextWriter output)
{
    public async Task ReadAsync(IEnumerable<int> ids)
    {
        foreach (var id in ids)
        {
            var deal = await bitrix.CallAsync("crm.deal.get", new { id });
            output.WriteLine(deal.GetProperty("result").GetProperty("TITLE"));
        }
    }
}

public static class Program
{
    public static Task RunAsync(string webhook, int n, TextWriter output)
    {
        return new Reader(new Bitrix(new HttpClient(), webhook), output).ReadAsync(Enumerable.Range(1, n).Select(i =>
        {
            output.WriteLine("next " + i);
            return i;
        }));
    }
}
