// Each company hangs on the one before, by the number that the portal gave it. No fix.
// client: HttpJson
// n: 0 4
// size: names = n
// fixes: 0
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
        var names = Enumerable.Range(1, n).Select(i => "Level " + i).ToList();
        var parent = 0;
        foreach (var name in names)
        {
            var added = await bitrix.CallAsync("crm.productsection.add", new { fields = new { NAME = name, SECTION_ID = parent } });
            parent = added.GetProperty("result").GetInt32();
        }

        output.WriteLine(parent);
    }
}
