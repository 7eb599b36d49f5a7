// A recurring job of Hangfire.
// client: HttpJson
// stub: Hangfire
// n: 12
// size: leads = n
// seed: crm.lead n
// ticks: every 60
using Hangfire;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class LeadJob(Bitrix bitrix, List<int> leads)
{
    public async Task SyncAsync()
    {
        foreach (var lead in leads)
            await bitrix.CallAsync("crm.lead.update", new { id = lead, fields = new { TITLE = "seen" } });
    }
}

public static class Startup
{
    public static void Configure() => RecurringJob.AddOrUpdate<LeadJob>(job => job.SyncAsync(), "* * * * *");
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        await new LeadJob(bitrix, Enumerable.Range(1, n).ToList()).SyncAsync();
    }
}
