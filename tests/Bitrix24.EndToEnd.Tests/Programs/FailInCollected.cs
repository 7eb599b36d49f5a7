// Of writes that wait for each other one fails: what is behind it is not written.
// client: HttpJson
// n: 5 25 26 60
// seed: crm.deal n
// failing: crm.deal.update 25 ACCESS_DENIED
// throws: HttpRequestException
// after: 2
// after-5: 1
// size: ids = n
// counts: at most
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Sync(Bitrix bitrix)
{
    public async Task MoveAsync(List<int> ids)
    {
        foreach (var id in ids)
        {
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { STAGE_ID = "WON" } });
            if (id % 2 == 0)
                await bitrix.CallAsync("crm.timeline.comment.add", new { fields = new { ENTITY_ID = id, ENTITY_TYPE = "deal", COMMENT = "won" } });
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        await new Sync(new Bitrix(http, webhook)).MoveAsync(Enumerable.Range(1, n).ToList());
        output.WriteLine("moved");
    }
}
