// The elements come from an iterator that says when it is asked: it must not be asked ahead. No fix.
// client: HttpJson
// n: 3
// seed: crm.deal n
// fixes: 0
// size: ids = n
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    private static IEnumerable<int> Ids(int n, TextWriter output)
    {
        for (var id = 1; id <= n; id++)
        {
            output.WriteLine("next");
            yield return id;
        }
    }

    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        foreach (var id in Ids(n, output))
        {
            var deal = await bitrix.CallAsync("crm.deal.get", new { id });
            output.WriteLine(deal.GetProperty("result").GetProperty("TITLE").GetString());
        }
    }
}
