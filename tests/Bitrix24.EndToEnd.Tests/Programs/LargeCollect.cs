// 2,501 elements, of which each third has two writes.
// client: Static
// n: 2501
// seed: crm.deal n
// size: ids = n
// after: ⌈3335/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

public static class Cleaner
{
    public static async Task CleanAsync(List<int> ids)
    {
        foreach (var id in ids)
        {
            if (id % 3 == 1)
            {
                await BitrixRest.CallAsync("crm.deal.delete", new { id });
                await BitrixRest.CallAsync("crm.lead.add", new { fields = new { TITLE = $"Was deal {id}" } });
                continue;
            }

            await BitrixRest.CallAsync("crm.deal.update", new { id, fields = new { CLOSED = "Y" } });
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        BitrixRest.Webhook = webhook;
        await Cleaner.CleanAsync(Enumerable.Range(1, n).ToList());
        output.WriteLine("clean");
    }
}
