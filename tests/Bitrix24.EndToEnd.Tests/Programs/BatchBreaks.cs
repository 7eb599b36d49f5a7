// An error of the server at the 51st call, and so for the second batch as a whole; what the first one wrote stays.
// client: Interface
// n: 52 120
// fail: crm.contact.add 51 INTERNAL_SERVER_ERROR 500
// fail: batch 2 INTERNAL_SERVER_ERROR 500
// throws: HttpRequestException
// after: 2
// size: names = n
// counts: at most
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        IBitrixClient client = new BitrixClient(new HttpClient(), webhook);
        var names = Enumerable.Range(1, n).Select(i => $"Name {i}").ToList();
        foreach (var name in names)
        {
            var answer = await client.CallAsync("crm.contact.add", new Dictionary<string, object> { ["fields"] = new Dictionary<string, object> { ["NAME"] = name } });
            output.WriteLine(answer["result"]!.ToJsonString());
        }
    }
}
