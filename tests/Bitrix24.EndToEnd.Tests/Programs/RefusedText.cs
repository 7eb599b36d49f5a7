// A batch that is refused as a whole gives its first command the refusal as an answer; the others go out again.
// client: HttpText
// n: 50 52
// seed: crm.lead n
// failing: crm.lead.get 1 QUERY_LIMIT_EXCEEDED 503
// fail: batch 1 QUERY_LIMIT_EXCEEDED 503
// after: 2
// after-52: 3
// size: ids = n
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bx = new Bx24(webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            var answer = JObject.Parse(await bx.CallAsync("crm.lead.get", new { id }));
            output.WriteLine(answer.ContainsKey("error") ? (string?)answer["error"] : (string?)answer["result"]!["TITLE"]);
        }
    }
}
