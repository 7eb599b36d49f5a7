// The neighbour of IteratorElements: the method makes a list.
// client: HttpJson
// n: 0 1 51
// seed: crm.deal n
// after: ⌈n/50⌉
// size: ids = n
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    private static List<int> GetIds(int n, TextWriter output)
    {
        var ids = new List<int>();
        for (var id = 1; id <= n; id++)
        {
            output.WriteLine("next");
            ids.Add(id);
        }

        return ids;
    }

    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        foreach (var id in GetIds(n, output))
        {
            var deal = await bitrix.CallAsync("crm.deal.get", new { id });
            output.WriteLine(deal.GetProperty("result").GetProperty("TITLE").GetString());
        }
    }
}
