// JsonNode answers: leads that have somebody's name are listed.
// client: HttpNode
// n: 0 1 49 50 51
// seed: crm.lead n
// size: leadIds = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var client = new Bitrix24Client(new HttpClient(), webhook);
        var leadIds = Enumerable.Range(1, n).Reverse().ToArray();
        var named = 0;
        foreach (var leadId in leadIds)
        {
            var lead = await client.PostAsync("crm.lead.get", new { ID = leadId });
            var name = (string?)lead?["result"]?["NAME"];
            if (string.IsNullOrEmpty(name))
                continue;
            named++;
            output.WriteLine($"{leadId}: {name} in {(string?)lead!["result"]!["STATUS_ID"]}");
        }

        output.WriteLine($"{named} of {n}");
    }
}
