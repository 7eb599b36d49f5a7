// The helper catches, and says whether it went well.
// client: Throwing
// n: 0 1 50 51
// seed: crm.deal n
// failing: crm.deal.get 9 ACCESS_DENIED
// after: 3
// after-0: 0
// after-1: 1
// after-51: 4
// size: ids = n
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Deals
{
    private readonly BitrixPortal _portal;

    public Deals(BitrixPortal portal)
    {
        _portal = portal;
    }

    public async Task<string> DescribeAsync(int id)
    {
        try
        {
            var answer = await _portal.CallAsync("crm.deal.get", new { id });
            var deal = answer.GetProperty("result");
            return deal.GetProperty("TITLE").GetString() + " " + deal.GetProperty("STAGE_ID").GetString();
        }
        catch (BitrixException e)
        {
            return $"{id} {e.Code}";
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var deals = new Deals(new BitrixPortal(new HttpClient(), webhook));
        var ids = Enumerable.Range(1, n).ToArray();
        for (int i = 0; i < ids.Length; i++)
        {
            output.WriteLine($"{i + 1}/{ids.Length} {await deals.DescribeAsync(ids[i])}");
        }
    }
}
