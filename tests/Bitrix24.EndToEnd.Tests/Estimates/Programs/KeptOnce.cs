// A dictionary that is read once in the one run.
// client: HttpJson
// n: 25
// size: ids = n
// seed: crm.deal 25
// runs: once
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

public sealed class Statuses(Bitrix bitrix)
{
    private JsonElement? _list;

    public async Task<string> NameAsync(int id)
    {
        _list ??= await bitrix.CallAsync("crm.status.list", new { });
        return _list.ToString() + id;
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        var statuses = new Statuses(bitrix);
        foreach (var id in ids)
            await statuses.NameAsync(id);
    }
}
