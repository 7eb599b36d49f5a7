// What a query string cannot say goes out as a plain call in its turn: null, empty arrays and objects.
// client: HttpJson
// n: 0 1 4 8 60
// seed: crm.contact n
// size: ids = n
// after: n
// after-8: 7
// after-60: 2 + 30 + 14
using System;
using System.Collections.Generic;
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
            var answer = await bitrix.CallAsync("crm.contact.update", new
            {
                id,
                fields = new Dictionary<string, object?>
                {
                    ["POST"] = id % 4 == 2 ? null : "post",
                    ["COMMENTS"] = id % 4 == 0 ? "" : $"{id}",
                    ["EMAIL"] = id % 4 == 3 ? Array.Empty<object>() : new object[] { new { VALUE = $"a+{id}@example.com", VALUE_TYPE = "WORK" } },
                    ["OPENED"] = id % 2 == 0,
                },
            });
            output.WriteLine($"{id} {answer.GetProperty("result")}");
        }
    }
}
