// Attributes of System.Text.Json: other names, members that are left out, an order.
// client: Typed
// n: 0 1 50 51
// size: leads = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Serialization;
using System.Threading.Tasks;

public class Lead
{
    [JsonPropertyName("TITLE")]
    public string Title { get; init; } = "";

    [JsonPropertyName("OPPORTUNITY")]
    public decimal? Sum { get; init; }

    [JsonIgnore]
    public string NAME { get; init; } = "secret";

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? COMMENTS { get; init; }

    public string LAST_NAME => Title + "!";

    internal string POST { get; init; } = "internal";

    public static string SOURCE_ID { get; } = "static";
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var api = new BitrixApi(new HttpClient(), webhook);
        var leads = Enumerable.Range(1, n).Select(i => new Lead { Title = $"L{i}", Sum = i, COMMENTS = i % 2 == 0 ? null : "c" }).ToList();
        var ids = 0;
        foreach (var lead in leads)
        {
            var added = await api.CallAsync<Envelope<int>>("crm.lead.add", new { fields = lead });
            ids += added.Result;
        }

        output.WriteLine(ids);
    }
}
