// One dictionary for all rounds: made ahead, all commands would say what the last round says. No fix.
// client: NewtonsoftObject
// n: 0 3
// seed: crm.deal n
// size: ids = n
// fixes: 0
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new BitrixService(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        var parameters = new Dictionary<string, object?>();
        foreach (var id in ids)
        {
            parameters["id"] = id;
            parameters["fields"] = new { TITLE = $"{parameters.Count} {id}" };
            await bitrix.ExecuteAsync("crm.deal.update", parameters);
        }

        output.WriteLine(parameters.Count);
    }
}
