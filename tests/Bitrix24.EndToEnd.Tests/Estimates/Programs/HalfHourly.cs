// A cron expression twice an hour, for half a day.
// client: HttpText
// stub: Hangfire
// n: 300
// size: deals = n
// seed: crm.deal n
// ticks: every 1800
// horizon: 43200
// ends: BurstsRefused
using Hangfire;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

public sealed class DealJob(Bx24 bitrix, List<int> deals)
{
    public async Task SyncAsync()
    {
        foreach (var deal in deals)
            await bitrix.CallAsync("crm.deal.get", new { id = deal });
    }
}

public static class Startup
{
    public static void Configure() => RecurringJob.AddOrUpdate<DealJob>(job => job.SyncAsync(), "*/30 * * * *");
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bx24(webhook);
        await new DealJob(bitrix, Enumerable.Range(1, n).ToList()).SyncAsync();
    }
}
