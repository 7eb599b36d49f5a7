// A service reads a dictionary in its first run, and keeps it: the estimate is that of its other runs.
// client: HttpJson
// n: 25
// size: ids = n
// seed: crm.deal 25
// kept: 1
using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

public sealed class Statuses(Bitrix bitrix)
{
    private JsonElement? _list;

    public async Task WriteAsync(int id)
    {
        var list = _list ??= await bitrix.CallAsync("crm.status.list", new { });
        await bitrix.CallAsync("crm.deal.update", new { id, fields = new { COMMENTS = $"{list.GetProperty("result").GetArrayLength()} stages" } });
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var statuses = new Statuses(bitrix);
        var ids = Enumerable.Range(1, n).ToList();
        while (!token.IsCancellationRequested)
        {
            foreach (var id in ids)
                await statuses.WriteAsync(id);
            await Task.Delay(TimeSpan.FromMinutes(1));
        }
    }
}
