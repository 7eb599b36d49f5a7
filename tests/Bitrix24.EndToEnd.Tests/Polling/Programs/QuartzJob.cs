// A job of Quartz, made anew for each run.
// client: Application
// stub: Quartz
// list: crm.deal
// ways: changed_since
// every: 300
// ticks: yes
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Quartz;

public sealed class DealJob : IJob
{
    private readonly Bitrix _bitrix;
    private readonly TextWriter _output;

    public DealJob(Bitrix bitrix, TextWriter output)
    {
        _bitrix = bitrix;
        _output = output;
    }

    public async Task Execute(IJobExecutionContext context)
    {
        var start = 0;
        while (true)
        {
            var page = await _bitrix.CallAsync("crm.deal.list", new { start, select = new[] { "ID", "TITLE" } });
            foreach (var deal in page.GetProperty("result").EnumerateArray())
                _output.WriteLine(deal.GetProperty("ID").GetString() + " " + deal.GetProperty("TITLE").GetString());
            if (!page.TryGetProperty("next", out var next))
                break;
            start = next.GetInt32();
        }
    }
}

public static class Startup
{
    public static Task StartAsync(IScheduler scheduler)
    {
        var job = JobBuilder.Create<DealJob>().Build();
        var trigger = TriggerBuilder.Create().StartNow().WithSimpleSchedule(x => x.WithIntervalInSeconds(300).RepeatForever()).Build();
        return scheduler.ScheduleJob(job, trigger);
    }
}

public static class Program
{
    public static Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop) =>
        ((IJob)new DealJob(new Bitrix(new HttpClient(), portal, secrets), output)).Execute(null!);
}
