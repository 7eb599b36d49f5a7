// An extension method with the address ahead of the REST method, as a ValueTask, without the caller's context.
// client: Extensions
// n: 0 1 50 51
// seed: crm.contact n
// size: ids = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            var contact = await http.CallBitrixAsync(webhook, "crm.contact.get", new { id }).ConfigureAwait(false);
            output.WriteLine(contact.GetProperty("result").GetProperty("NAME"));
        }
    }
}
