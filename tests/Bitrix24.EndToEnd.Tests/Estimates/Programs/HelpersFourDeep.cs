// The call is four methods away, behind an interface.
// client: HttpJson
// n: 12
// size: leads = n
// seed: crm.lead 12
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public interface IStore
{
    Task SaveAsync(int id);
}

public sealed class Store(Bitrix bitrix) : IStore
{
    public async Task SaveAsync(int id)
    {
        await LoadAsync(id);
        await bitrix.CallAsync("crm.lead.update", new { id, fields = new { TITLE = "saved" } });
    }

    private Task LoadAsync(int id) => ReadAsync("crm.lead.get", id);

    private async Task ReadAsync(string method, int id) => await bitrix.CallAsync(method, new { id });
}

public sealed class Service(IStore store)
{
    public async Task SyncAllAsync(List<int> leads)
    {
        foreach (var lead in leads)
            await SyncAsync(lead);
    }

    private Task SyncAsync(int id) => store.SaveAsync(id);
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var service = new Service(new Store(bitrix));
        while (true)
        {
            await service.SyncAllAsync(Enumerable.Range(1, n).ToList());
            Thread.Sleep(TimeSpan.FromSeconds(30));
            if (token.IsCancellationRequested)
                return;
        }
    }
}
