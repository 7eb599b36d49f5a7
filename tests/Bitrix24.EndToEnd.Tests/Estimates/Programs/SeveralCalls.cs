// Three calls for each element, of three methods.
// client: HttpText
// n: 4 25
// size: ids = n
// seed: crm.deal 25
// runs: every 300
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bx24(webhook);
        var ids = Enumerable.Range(1, n).ToList();
        await bitrix.CallAsync("profile", new { });
        foreach (var id in ids)
        {
            await bitrix.CallAsync("crm.deal.get", new { id });
            await bitrix.CallAsync("crm.timeline.comment.add", new { fields = new { ENTITY_ID = id, ENTITY_TYPE = "deal", COMMENT = "seen" } });
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { COMMENTS = "seen" } });
        }
    }
}
