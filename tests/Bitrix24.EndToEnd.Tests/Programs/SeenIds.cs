// A set tells which ids have been there: asked ahead, it would say it twice. Each write waits in its place instead.
// client: HttpJson
// n: 0 1 50 120
// seed: crm.deal 60
// after: ⌈n/60⌉
// after-120: 2
// size: ids = n
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Closing(Bitrix bitrix)
{
    public async Task RunAsync(IReadOnlyList<int> ids)
    {
        var seen = new HashSet<int>();
        foreach (var id in ids)
        {
            if (!seen.Add(id))
                continue;
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { CLOSED = "Y" } });
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        await new Closing(new Bitrix(new HttpClient(), webhook)).RunAsync(Enumerable.Range(0, n).Select(i => i % 60 + 1).ToList());
        output.WriteLine("closed");
    }
}
