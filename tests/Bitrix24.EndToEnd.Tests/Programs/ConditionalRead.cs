// A read on one side of ?: only.
// client: HttpJson
// n: 0 1 2 51 120
// seed: crm.contact 120
// size: ids = n
// after: ⌈n/100⌉
// after-1: 0
// after-120: 2
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        int?[] ids = Enumerable.Range(1, n).Select(i => i % 2 == 1 ? (int?)null : i).ToArray();
        foreach (var id in ids)
        {
            var name = id.HasValue ? (await bitrix.CallAsync("crm.contact.get", new { id = id.Value })).GetProperty("result").GetProperty("NAME").GetString() : "nobody";
            output.WriteLine(name);
        }
    }
}
