// A stack that is emptied.
// client: HttpJson
// n: 0 1 50 51
// size: stack = n
// size: names = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var names = new Stack<string>();
        for (var i = 1; i <= n; i++)
            names.Push("Company " + i);

        while (names.TryPop(out var name))
        {
            await bitrix.CallAsync("crm.company.add", new { fields = new { TITLE = name } });
        }

        output.WriteLine(names.Count);
    }
}
