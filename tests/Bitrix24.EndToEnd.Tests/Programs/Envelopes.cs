// What stands around a result: content type, time, total, next.
// n: 0 1 4
// seed: crm.deal 60
// size: starts = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string bitrix, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var starts = Enumerable.Range(0, n).Select(i => i * 25).ToList();
        foreach (var offset in starts)
        {
            var content = new StringContent(JsonSerializer.Serialize(new { filter = new { OPENED = "Y" }, start = offset }), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(bitrix + "/crm.deal.list", content);
            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            var names = string.Join(",", json.RootElement.EnumerateObject().Select(p => p.Name).Order());
            var time = json.RootElement.GetProperty("time");
            output.WriteLine($"{offset} {response.Content.Headers.ContentType} {response.ReasonPhrase} {names} {time.GetProperty("operating").GetDouble()} {json.RootElement.GetProperty("result").GetArrayLength()}");
        }
    }
}
