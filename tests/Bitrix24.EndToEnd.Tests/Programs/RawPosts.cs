// HttpClient in the loop itself, JSON in a StringContent.
// n: 0 1 50 51
// seed: crm.deal n
// size: deals = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

public static class BitrixSettings
{
    public const string DealUpdate = "crm.deal.update";
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var httpClient = new HttpClient();
        var deals = Enumerable.Range(1, n).Select(i => new { Id = i, Title = $"Сделка {i}" }).ToList();
        foreach (var deal in deals)
        {
            var payload = new { id = deal.Id, fields = new { TITLE = deal.Title, PROBABILITY = deal.Id % 100 } };
            var content = new StringContent(JsonSerializer.Serialize(payload), Encoding.UTF8, "application/json");
            var response = await httpClient.PostAsync($"{webhook}/{BitrixSettings.DealUpdate}.json", content);
            if (!response.IsSuccessStatusCode)
                output.WriteLine($"{deal.Id} failed");
        }
    }
}
