// What is read decides about a write of the same round, and reads of later rounds may see it. No fix.
// client: HttpJson
// n: 4
// seed: crm.lead n
// fixes: 0
// size: names = n
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var names = Enumerable.Range(1, n).Select(i => $"Name {i % 3}").ToList();
        foreach (var name in names)
        {
            var found = await bitrix.CallAsync("crm.contact.list", new { filter = new { NAME = name }, select = new[] { "ID" } });
            if (found.GetProperty("total").GetInt32() == 0)
                await bitrix.CallAsync("crm.contact.add", new { fields = new { NAME = name } });
            else
                output.WriteLine(name + " is there");
        }
    }
}
