// The loop ends where an answer says so: the writes behind it must not be made. No fix.
// client: HttpText
// n: 5
// seed: crm.deal 3
// fixes: 0
using System.IO;
using System.Linq;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bx = new Bx24(webhook);
        var ids = new[] { 1, 2, 99, 3, n };
        foreach (var id in ids)
        {
            var answer = await bx.CallAsync("crm.deal.delete", new { id });
            if (answer.Contains("error"))
                break;
            output.WriteLine($"{id} of {ids.Length} deleted");
        }
    }
}
