// Two reads a round get a batch each.
// client: HttpJson
// n: 0 1 50 51
// seed: crm.deal n
// seed: crm.contact n
// size: pairs = n
// fixes: 2
// after: ⌈n/50⌉ + ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var pairs = new List<(int DealId, int ContactId)>();
        for (var i = 0; i < n; i++)
            pairs.Add((i + 1, n - i));
        foreach (var pair in pairs)
        {
            var deal = await bitrix.CallAsync("crm.deal.get", new { id = pair.DealId });
            var contact = await bitrix.CallAsync("crm.contact.get", new { id = pair.ContactId });
            output.WriteLine($"{deal.GetProperty("result").GetProperty("TITLE")} - {contact.GetProperty("result").GetProperty("NAME")}");
        }
    }
}
