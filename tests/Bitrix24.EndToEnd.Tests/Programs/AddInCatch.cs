// What is not there is added in the handler: an answer decides between two writes. No fix.
// client: HttpJson
// n: 5
// seed: crm.contact 3
// fixes: 0
// size: ids = n
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
                await bitrix.CallAsync("crm.contact.update", new { id, fields = new { NAME = $"N{id}" } });
            }
            catch (HttpRequestException)
            {
                await bitrix.CallAsync("crm.contact.add", new { fields = new { NAME = $"N{id}" } });
                output.WriteLine("added " + id);
            }
        }
    }
}
