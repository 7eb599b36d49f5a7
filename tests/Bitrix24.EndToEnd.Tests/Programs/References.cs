// Texts that a batch would take for references, and texts too long for a command: they go out alone.
// client: HttpJson
// n: 6
// size: texts = n
// after: 5
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var texts = new[] { "costs $5", "see $result[0]", "see $result[0][ID] too", "a", "b", new string('я', 20_000) }.Take(n).ToList();
        foreach (var text in texts)
        {
            await bitrix.CallAsync("crm.timeline.comment.add", new { fields = new { ENTITY_ID = 1, ENTITY_TYPE = "deal", COMMENT = text } });
        }

        output.WriteLine(texts.Count);
    }
}
