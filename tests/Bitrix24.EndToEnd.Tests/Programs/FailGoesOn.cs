// The loop catches what a command ends in, and goes on.
// client: HttpJson
// n: 0 1 49 50 51 120
// seed: crm.deal n
// failing: crm.deal.update 3
// failing: crm.deal.update 50 ACCESS_DENIED
// failing: crm.deal.update 51 ACCESS_DENIED
// size: ids = n
// after: 3
// after-0: 0
// after-1: 1
// after-50: 4
// after-51: 5
// after-120: 8
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var bitrix = new Bitrix(http, webhook);
        var ids = Enumerable.Range(1, n).ToList();
        var failed = 0;
        foreach (var id in ids)
        {
            try
            {
                await bitrix.CallAsync("crm.deal.update", new { id, fields = new { TITLE = $"New {id}" } });
            }
            catch (HttpRequestException e)
            {
                failed++;
                output.WriteLine($"{id}: {e.StatusCode}");
            }
        }

        output.WriteLine(failed);
    }
}
