// The neighbour of ClearedLater: each command has a text of its own.
// client: HttpJson
// n: 0 3 150 153
// seed: crm.deal n
// after: ⌈n/150⌉
// size: ids = n
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Tags(Bitrix bitrix)
{
    public async Task RunAsync(List<int> ids)
    {
        var tags = new List<string>();
        foreach (var id in ids)
        {
            tags.Add("tag " + id);
            if (tags.Count == 3)
            {
                await bitrix.CallAsync("crm.deal.update", new { id, fields = new { COMMENTS = string.Join(", ", tags) } });
                tags.Clear();
            }
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        await new Tags(new Bitrix(new HttpClient(), webhook)).RunAsync(Enumerable.Range(1, n).ToList());
        output.WriteLine("tagged");
    }
}
