// A static wrapper with a static address.
// client: Static
// n: 0 1 50 51
// seed: crm.deal n
// size: ids = n
// after: ⌈n/50⌉
// after-51: 1
using System.IO;
using System.Linq;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        BitrixRest.Webhook = webhook;
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids.Where(id => id % 5 != 0).OrderByDescending(id => id))
        {
            await BitrixRest.CallAsync("crm.deal.delete", new { id });
        }

        output.WriteLine("deleted");
    }
}
