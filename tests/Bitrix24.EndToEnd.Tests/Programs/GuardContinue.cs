// Guards of a round: continue, and an if around the call.
// client: HttpJson
// n: 0 1 49 50 51 150
// seed: crm.deal n
// size: rows = n
// after: ⌈n/150⌉
// after-150: 3
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public record Row(int Id, string Status, bool IsTest);

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var bitrix = new Bitrix(http, webhook);
        var rows = Enumerable.Range(1, n).Select(i => new Row(i, i % 3 == 0 ? "done" : "new", i % 5 == 0)).ToList();
        foreach (var row in rows)
        {
            if (row.IsTest)
            {
                output.WriteLine("skipped " + row.Id);
                continue;
            }

            var stage = row.Status == "done" ? "WON" : "NEW";
            if (stage != "WON" || row.Id > 10)
            {
                var answer = await bitrix.CallAsync("crm.deal.update", new { id = row.Id, fields = new { STAGE_ID = stage, COMMENTS = row.Status.ToUpperInvariant() } });
                output.WriteLine($"{row.Id} {answer.GetProperty("result").GetBoolean()}");
            }
        }
    }
}
