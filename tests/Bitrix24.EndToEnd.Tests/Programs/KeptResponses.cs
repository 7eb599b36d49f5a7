// Responses are kept, and read behind the loop.
// client: HttpResponse
// n: 0 1 50 51
// seed: crm.lead 50
// size: ids = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new BitrixHttp(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        var responses = new List<HttpResponseMessage>();
        foreach (var id in ids)
        {
            responses.Add(await bitrix.SendAsync("crm.lead.get", new Dictionary<string, string> { ["id"] = $"{id}" }));
        }

        foreach (var response in responses)
            output.WriteLine($"{response.StatusCode} {(await response.Content.ReadAsStringAsync()).Contains("TITLE")}");
    }
}
