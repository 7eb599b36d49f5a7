// For each of five methods that the code lists.
// client: HttpJson
// n: 1
// seed: crm.deal 5
// runs: every 15
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        foreach (var method in new[] { "crm.deal.fields", "crm.lead.fields", "crm.contact.fields", "crm.company.fields", "crm.quote.fields" })
            await bitrix.CallAsync(method, new { });
    }
}
