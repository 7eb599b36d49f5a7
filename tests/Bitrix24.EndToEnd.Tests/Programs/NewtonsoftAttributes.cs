// Attributes of Newtonsoft.Json, and derived types, which it writes in full.
// client: NewtonsoftToken
// n: 0 1 50 51
// size: leads = n
// after: ⌈n/50⌉
// after-50: 5 + 5
// after-51: 5 + 5 + 1
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json;

public class Lead
{
    [JsonProperty("TITLE")]
    public string Title { get; set; } = "";

    [JsonProperty("COMMENTS")]
    public string Comments { get; set; } = "none";

    [JsonIgnore]
    public string NAME { get; set; } = "secret";

    public string SOURCE_ID { get; } = "WEB";
}

public class BigLead : Lead
{
    public double OPPORTUNITY { get; set; }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix24Rest(new HttpClient(), webhook);
        List<Lead> leads = Enumerable.Range(1, n).Select(i => i % 10 != 0 ? new Lead { Title = $"L{i}" } : new BigLead { Title = $"B{i}", Comments = "big", OPPORTUNITY = i * 1e7 }).ToList();
        foreach (Lead lead in leads)
        {
            await bitrix.PostAsync("crm.lead.add", new { fields = lead });
        }

        output.WriteLine(leads.Count);
    }
}
