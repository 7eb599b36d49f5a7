// A parameter needs what the round before counted, and the count is read where the failure is handled: no fix.
// client: Throwing
// n: 3 40 41 150
// seed: crm.contact n
// failing: crm.contact.update 41 ACCESS_DENIED
// fixes: 0
// counts: at most
using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var portal = new BitrixPortal(new HttpClient(), webhook);
        var done = 0;
        try
        {
            for (var id = 1; id <= n; id++)
            {
                await portal.CallAsync("crm.contact.update", new { id, fields = new { OPENED = "N", COMMENTS = $"{done}" } });
                done = id;
            }
        }
        catch (Exception e)
        {
            output.WriteLine(e.Message);
        }

        output.WriteLine(done);
    }
}
