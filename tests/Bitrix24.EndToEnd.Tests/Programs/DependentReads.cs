// The second read needs what the first one answered, so only the first can be batched.
// client: HttpJson
// n: 0 1 50 51
// seed: crm.deal n
// seed: crm.contact 7
// size: ids = n
// after: ⌈n/50⌉ + n
using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            var deal = await bitrix.CallAsync("crm.deal.get", new { id });
            var contactId = Convert.ToInt32(deal.GetProperty("result").GetProperty("COMMENTS").GetString()) + 1;
            var contact = await bitrix.CallAsync("crm.contact.get", new { id = contactId });
            output.WriteLine($"{id} {contact.GetProperty("result").GetProperty("NAME")}");
        }
    }
}
