// The neighbour of ParsedInRound: what cannot be parsed is passed over.
// client: HttpJson
// n: 0 1 2 52
// seed: crm.lead 60
// after: ⌈n/52⌉
// after-0: 0
// size: lines = n
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var lines = Enumerable.Range(1, n).Select(i => i % 10 == 2 ? "two" : $"{i}").ToArray();
        foreach (var line in lines)
        {
            if (!line.All(char.IsDigit))
            {
                output.WriteLine(line + " is no number");
                continue;
            }

            var id = int.Parse(line, CultureInfo.InvariantCulture);
            await bitrix.CallAsync("crm.lead.update", new { id, fields = new { OPENED = "N" } });
            output.WriteLine(id);
        }
    }
}
