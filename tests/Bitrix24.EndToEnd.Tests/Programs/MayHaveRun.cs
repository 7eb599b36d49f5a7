// A command that may have run is not sent again; the loop goes on.
// client: HttpJson
// n: 0 1 50 51
// seed: crm.deal n
// failing: crm.deal.update 17 INTERNAL_SERVER_ERROR 500
// after: ⌈n/50⌉
// size: ids = n
using System;
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
            try
            {
                await bitrix.CallAsync("crm.deal.update", new { id, fields = new { OPPORTUNITY = id } });
            }
            catch (Exception)
            {
                output.WriteLine(id + " failed");
            }
        }
    }
}
