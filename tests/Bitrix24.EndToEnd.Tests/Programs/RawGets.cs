// GetAsync in the loop itself, the parameters in the query.
// n: 0 1 50 51
// seed: crm.contact n
// size: ids = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string bitrixWebhook, int n, TextWriter output)
    {
        using var client = new HttpClient();
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            var response = await client.GetAsync($"{bitrixWebhook}/crm.contact.get.json?id={id}");
            var json = await response.Content.ReadAsStringAsync();
            using var document = JsonDocument.Parse(json);
            var contact = document.RootElement.GetProperty("result");
            output.WriteLine($"{contact.GetProperty("ID").GetString()} {contact.GetProperty("NAME").GetString()}");
        }
    }
}
