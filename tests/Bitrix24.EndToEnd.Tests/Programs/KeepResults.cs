// Ids of what was added are kept for a second loop.
// client: HttpJson
// n: 0 1 50 51
// size: names = n
// size: added = n
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
        var names = Enumerable.Range(1, n).Select(i => $"C{i}").ToList();
        var added = new Dictionary<string, int>();
        foreach (var name in names)
        {
            var contact = await bitrix.CallAsync("crm.contact.add", new { fields = new { NAME = name } });
            added[name] = contact.GetProperty("result").GetInt32();
        }

        foreach (var (name, id) in added)
        {
            await bitrix.CallAsync("crm.deal.add", new { fields = new { TITLE = $"Deal of {name}", CONTACT_ID = id } });
        }

        output.WriteLine(string.Join(" ", added.Values));
    }
}
