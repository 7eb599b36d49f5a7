// A copy of the list is gone through, and what is done is taken out of the list itself.
// client: HttpJson
// n: 0 1 51
// seed: crm.lead 40
// failing: crm.lead.delete 7 ACCESS_DENIED
// after: ⌈n/50⌉
// after-51: 1 + 11 + 1
// size: open = n
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
        var open = Enumerable.Range(1, n).ToList();
        foreach (var id in open.ToList())
        {
            try
            {
                await bitrix.CallAsync("crm.lead.delete", new { id });
                open.Remove(id);
            }
            catch (Exception)
            {
                output.WriteLine("left " + id);
            }
        }

        output.WriteLine(string.Join(",", open));
    }
}
