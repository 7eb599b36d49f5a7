// A cache by key: no more calls than keys, and no more than it is asked for.
// client: HttpJson
// n: 25
// size: ids = n
// seed: crm.company 5
// runs: once
// counts: at most
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

public sealed class Companies(Bitrix bitrix)
{
    private readonly Dictionary<int, JsonElement> _known = new();

    public async Task<JsonElement> ReadAsync(int id)
    {
        if (_known.TryGetValue(id, out var company))
            return company;
        company = await bitrix.CallAsync("crm.company.get", new { id });
        _known[id] = company;
        return company;
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var companies = new Companies(bitrix);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
            await companies.ReadAsync(1 + id % 5);
    }
}
