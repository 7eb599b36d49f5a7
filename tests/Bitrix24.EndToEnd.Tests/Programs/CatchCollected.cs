// Writes in branches, with a handler of their own in each round.
// client: HttpJson
// n: 0 1 50 51 100
// seed: crm.deal n
// failing: crm.deal.update 20 ACCESS_DENIED
// after: ⌈n/50⌉ + 1
// after-0: 0
// after-1: 1
// size: ids = n
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Sync(Bitrix bitrix)
{
    public List<string> Failed { get; } = [];

    public async Task RunAsync(IReadOnlyList<int> ids)
    {
        foreach (var id in ids)
        {
            try
            {
                if (id % 5 == 0)
                    await bitrix.CallAsync("crm.deal.update", new { id, fields = new { TITLE = "Old " + id } });
                else
                    await bitrix.CallAsync("crm.deal.add", new { fields = new { TITLE = "New " + id } });
            }
            catch (Exception e)
            {
                Failed.Add(id + " " + e.Message);
            }
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var sync = new Sync(new Bitrix(new HttpClient(), webhook));
        await sync.RunAsync(Enumerable.Range(1, n).ToArray());
        output.WriteLine("failed: " + string.Join(", ", sync.Failed));
    }
}
