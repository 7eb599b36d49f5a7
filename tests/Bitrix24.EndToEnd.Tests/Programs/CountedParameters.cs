// The rounds count their parameters up.
// client: HttpJson
// n: 0 1 50 51 149
// size: names = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Import(Bitrix bitrix)
{
    public async Task RunAsync(IReadOnlyList<string> names)
    {
        var number = 100;
        var previous = "none";
        foreach (var name in names)
        {
            number += name.Length;
            await bitrix.CallAsync("crm.product.add", new { fields = new { NAME = name, SORT = number, DESCRIPTION = "after " + previous } });
            previous = name;
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        await new Import(new Bitrix(new HttpClient(), webhook)).RunAsync(Enumerable.Range(1, n).Select(i => $"Product {i}").ToList());
        output.WriteLine("imported");
    }
}
