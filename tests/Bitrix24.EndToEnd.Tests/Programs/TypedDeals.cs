// Typed answers, found whatever the case of their properties.
// client: Typed
// n: 0 1 49 50 51 149
// seed: crm.deal n
// size: ids = n
// after: ⌈n/50⌉
using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Serialization;
using System.Threading.Tasks;

public class DealDto
{
    [JsonPropertyName("ID")]
    public string? Id { get; set; }

    public string? Title { get; set; }

    [JsonPropertyName("DATE_CREATE")]
    public DateTimeOffset Created { get; set; }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var api = new BitrixApi(http, webhook);
        var ids = Enumerable.Range(1, n).ToHashSet();
        foreach (var id in ids)
        {
            var deal = await api.CallAsync<Envelope<DealDto>>("crm.deal.get", new { id });
            output.WriteLine($"{deal.Result.Id}/{deal.Result.Title}/{deal.Result.Created.Offset}/{deal.Total}");
        }
    }
}
