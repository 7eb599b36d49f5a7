// A synchronous loop that catches what WebRequest throws for a status of 400, and goes on.
// client: SendCommand
// n: 0 1 3 50
// seed: crm.deal 40
// failing: crm.deal.get 2 ACCESS_DENIED 403
// after: 1
// after-0: 0
// after-3: 3
// after-50: 21
// size: ids = n
using System.IO;
using System.Linq;
using System.Net;
using System.Threading.Tasks;

public static class Program
{
    public static Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bx = new Bitrix24(webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            try
            {
                var deal = bx.SendCommand("crm.deal.get", "id=" + id);
                output.WriteLine(deal.Contains("\"ID\":\"" + id + "\""));
            }
            catch (WebException e)
            {
                output.WriteLine(id + " " + e.Message + " " + ((HttpWebResponse?)e.Response)?.StatusCode);
            }
        }

        return Task.CompletedTask;
    }
}
