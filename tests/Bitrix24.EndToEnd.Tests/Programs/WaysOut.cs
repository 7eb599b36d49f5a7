// A way out between two writes: the commands before it are sent.
// client: HttpJson
// n: 0 1 30 31 60
// size: names = n
// after: ⌈n/50⌉
// after-60: 1
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Upload(Bitrix bitrix)
{
    public async Task<string> RunAsync(IReadOnlyList<string> names)
    {
        var budget = 30;
        foreach (var name in names)
        {
            if (budget == 0)
                return "stopped before " + name;
            budget--;
            await bitrix.CallAsync("crm.lead.add", new { fields = new { TITLE = name, OPPORTUNITY = budget } });
        }

        return "all";
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        output.WriteLine(await new Upload(new Bitrix(http, webhook)).RunAsync(Enumerable.Range(1, n).Select(i => $"Lead {i}").ToList()));
    }
}
