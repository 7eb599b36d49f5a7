// An interface with one implementation, and a token that goes along.
// client: Interface
// n: 0 1 50 51 149
// seed: crm.lead n
// size: leads = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public class LeadService(IBitrixClient bitrix)
{
    public async Task<int> ConvertAsync(IReadOnlyCollection<int> leads, CancellationToken token)
    {
        var converted = 0;
        foreach (var lead in leads)
        {
            var fields = new Dictionary<string, object> { ["STATUS_ID"] = "CONVERTED", ["COMMENTS"] = $"lead {lead}" };
            await bitrix.CallAsync("crm.lead.update", new Dictionary<string, object> { ["id"] = lead, ["fields"] = fields }, token);
            converted++;
        }

        return converted;
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var service = new LeadService(new BitrixClient(http, webhook));
        output.WriteLine(await service.ConvertAsync(Enumerable.Range(1, n).ToList(), CancellationToken.None));
    }
}
