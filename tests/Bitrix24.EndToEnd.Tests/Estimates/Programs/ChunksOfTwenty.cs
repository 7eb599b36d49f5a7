// Twenty ids in the filter of a list.
// client: HttpJson
// n: 1 20 21 400
// size: ids = n
// seed: crm.company 40
// runs: every 120
using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        const int Size = 20;
        var ids = Enumerable.Range(1, n).ToList();
        for (var i = 0; i < ids.Count; i += Size)
            await bitrix.CallAsync("crm.company.list", new { filter = new { ID = ids.GetRange(i, Math.Min(Size, ids.Count - i)) }, start = -1 });
    }
}
