// Parameters as a query string that the loop puts together.
// client: QueryText
// n: 0 1 50 51
// size: names = n
// after: ⌈n/50⌉
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new BitrixQuery(new HttpClient(), webhook);
        IReadOnlyList<string> names = Enumerable.Range(1, n).Select(i => "Задача №" + i + " 100% & more").ToArray();
        foreach (var name in names)
        {
            await bitrix.CallAsync("crm.lead.add", "fields[TITLE]=" + Uri.EscapeDataString(name) + "&fields[OPENED]=Y&fields[NAME]=a+b");
        }

        output.WriteLine(names.Count);
    }
}
