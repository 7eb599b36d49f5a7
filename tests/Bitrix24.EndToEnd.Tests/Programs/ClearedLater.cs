// The list that a command is made of is cleared for the next round, before the command would be sent. No fix.
// client: HttpJson
// n: 6
// seed: crm.deal n
// fixes: 0
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
                await bitrix.CallAsync("crm.deal.update", new { id, fields = new { UF_CRM_TAGS = tags } });
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
