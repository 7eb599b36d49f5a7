// Parameters as JSON text: serialized, and written by hand.
// client: JsonBody
// n: 0 1 2 50 51
// size: names = n
// size: i = n
// fixes: 2
// after: ⌈n/50⌉ + ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var bitrix = new BitrixRaw(http, webhook);
        var names = Enumerable.Range(1, n).Select(i => $"\"Firm\" \\ {i} <b> ü € 😀").ToList();
        foreach (var name in names)
        {
            var json = JsonSerializer.Serialize(new { fields = new { TITLE = name, OPENED = "N" } });
            var created = await bitrix.SendAsync("crm.company.add", json);
            output.WriteLine(created.GetProperty("result").GetInt32());
        }

        for (var id = 1; id <= names.Count; id++)
        {
            var company = await bitrix.SendAsync("crm.company.get", "{\"id\":" + id + "}");
            output.WriteLine(company.GetProperty("result").GetProperty("TITLE").GetString());
        }
    }
}
