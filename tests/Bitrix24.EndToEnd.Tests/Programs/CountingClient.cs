// The wrapper counts its requests, and the program prints the count. No fix.
// n: 0 3
// seed: crm.deal n
// size: ids = n
// fixes: 0
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;

public class BitrixMeter(HttpClient http, string webhook)
{
    public int Requests { get; private set; }

    public async Task<JsonElement> CallAsync(string method, object body)
    {
        Requests++;
        var response = await http.PostAsJsonAsync($"{webhook}/{method}", body);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new BitrixMeter(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            var deal = await bitrix.CallAsync("crm.deal.get", new { id });
            output.WriteLine($"{bitrix.Requests} {deal.GetProperty("result").GetProperty("TITLE")}");
        }
    }
}
