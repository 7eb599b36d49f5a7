// Names that the fix would take are taken: batch, method, body, ids.
// client: HttpJson
// n: 0 1 51
// seed: crm.deal n
// size: batch = n
// size: body = n
// fixes: 2
// after: ⌈n/50⌉ + ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    private const string Get = "crm.deal.get";

    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        List<int> batch = Enumerable.Range(1, n).ToList();
        var method = "first";
        foreach (var ids in batch)
        {
            var answer = await bitrix.CallAsync(Get, new { id = ids });
            output.WriteLine(method + " " + answer.GetProperty("result").GetProperty("TITLE"));
        }

        int[] body = batch.Select(b => n + 1 - b).ToArray();
        for (var i = 0; i < body.Length; i++)
        {
            var answer = await bitrix.CallAsync(method: Get, parameters: new { id = body[i] });
            output.WriteLine(i + " " + answer.GetProperty("result").GetProperty("TITLE"));
        }
    }
}
