// A job of Quartz, scheduled elsewhere in the program.
// client: HttpText
// stub: Quartz
// n: 120
// size: ids = n
// seed: crm.deal n
// ticks: every 120
// ends: BurstsRefused
using Quartz;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

public sealed class Jobs(Bx24 bitrix, int n) : IJob
{
    public async Task Execute(IJobExecutionContext context)
    {
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
            await bitrix.CallAsync("crm.deal.get", new { id });
    }
}

public static class Startup
{
    public static Task StartAsync(IScheduler scheduler)
    {
        var job = JobBuilder.Create<Jobs>().Build();
        var trigger = TriggerBuilder.Create().StartNow().WithSimpleSchedule(x => x.WithIntervalInSeconds(120).RepeatForever()).Build();
        return scheduler.ScheduleJob(job, trigger);
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bx24(webhook);
        await new Jobs(bitrix, n).Execute(null!);
    }
}
