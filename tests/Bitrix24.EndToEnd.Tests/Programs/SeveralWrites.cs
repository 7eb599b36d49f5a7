// Several writes a round, of different methods.
// client: HttpJson
// n: 0 1 16 17 50
// seed: crm.deal n
// seed: crm.contact n
// size: ids = n
// after: ⌈(3·n)/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { STAGE_ID = "EXECUTING" } });
            await bitrix.CallAsync("crm.timeline.comment.add", new { fields = new { ENTITY_ID = id, ENTITY_TYPE = "deal", COMMENT = $"Moved & checked: {id}" } });
            await bitrix.CallAsync("crm.contact.delete", new { id });
        }

        output.WriteLine("moved");
    }
}
