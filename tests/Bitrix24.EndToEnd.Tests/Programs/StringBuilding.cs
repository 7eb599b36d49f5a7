// Text is put together as the answers come in.
// client: HttpText
// n: 0 1 50 51
// seed: crm.lead n
// size: ids = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bx = new Bx24(webhook);
        var ids = Enumerable.Range(1, n).ToList();
        var csv = new StringBuilder("id;title\n");
        int line = 0;
        foreach (int id in ids)
        {
            string json = await bx.CallAsync("crm.lead.get", new { id = id });
            JsonElement lead = JsonDocument.Parse(json).RootElement.GetProperty("result");
            csv.Append(++line).Append(';').Append(lead.GetProperty("TITLE").GetString()).AppendLine();
            if (line % 10 == 0)
                csv.AppendLine("---");
        }

        output.Write(csv.ToString().Replace("\r", ""));
    }
}
