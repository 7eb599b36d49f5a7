using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>The help centre's example of an application that gets blocked: all activities of the CRM, every five minutes, in the ways that people write it.</summary>
public sealed class HelpCentreTests
{
    const string Scan = """
        namespace App;

        public sealed class Scanner(Portal portal)
        {
            public async Task ScanAsync()
            {
                for (var start = 0; ; start += 50)
                {
                    var page = await portal.CallAsync("crm.activity.list", new { order = new { ID = "ASC" }, start });
                    Console.WriteLine(page);
                    if (!page.Contains("\"next\""))
                        return;
                }
            }
        }
        """;

    /// <summary>Both rules speak at the mark, each by itself.</summary>
    static async Task ReportsAsync(string code, string start, params string[] stubs)
    {
        Scenario Asked(string id) => stubs.Aggregate(Code.WithPortal(code.Replace("{|@:", "{|" + id + ":", StringComparison.Ordinal)).With("Scanner.cs", Scan).For(id), static (scenario, stub) => scenario.WithStub(stub));
        await Asked("BX6001").Saying(
            $"{start} and sends ⌈rows.crm.activity/50⌉ requests, by 'crm.activity.list' (through ScanAsync → CallAsync → PostAsJsonAsync): above 30,000 rows of crm.activity {(start.Contains("between runs", StringComparison.Ordinal) ? "it may never catch up" : "it never catches up")}, "
            + "since the Standard plan (assumed) lets 2 requests/s through (QUERY_LIMIT_EXCEEDED). Read only what changed, send 'batch' requests, or run it less often.").ReportsAsync();
        await Asked("BX4001").Saying(
            $"{start} and reads 'crm.activity.list' (through ScanAsync → CallAsync → PostAsJsonAsync) from the beginning each time: ⌈rows.crm.activity/50⌉ requests; above 30,000 rows of crm.activity this alone {(start.Contains("between runs", StringComparison.Ordinal) ? "may be" : "is")} more than "
            + "the 2 requests/s that the Standard plan (assumed) lets through. Subscribe to OnCrmActivityAdd, OnCrmActivityUpdate and OnCrmActivityDelete.").ReportsAsync();
    }

    [Fact]
    public Task ATimer() => ReportsAsync("""
        namespace App;

        public sealed class Service(Scanner scanner)
        {
            Timer? _timer;

            public void Start() => _timer = {|@:new|} Timer(async _ => await scanner.ScanAsync(), _timer, TimeSpan.Zero, TimeSpan.FromMinutes(5));
        }
        """, "'the timer' runs every 5 min");

    [Fact]
    public Task AHostedService() => ReportsAsync("""
        namespace App;

        public abstract class BackgroundService
        {
            protected abstract Task ExecuteAsync(CancellationToken stoppingToken);
        }

        public sealed class Service(Scanner scanner) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
                {|@:while|} (await timer.WaitForNextTickAsync(stoppingToken))
                    await scanner.ScanAsync();
            }
        }
        """, "'ExecuteAsync' runs every 5 min");

    [Fact]
    public Task AJobOfQuartz() => ReportsAsync("""
        using Microsoft.Extensions.DependencyInjection;
        using Quartz;
        namespace App;

        public sealed class ScanJob(Scanner scanner) : IJob
        {
            public Task {|@:Execute|}(IJobExecutionContext context) => scanner.ScanAsync();
        }

        public static class Startup
        {
            public static void Add(IServiceCollection services) => services.AddQuartz(q =>
            {
                q.AddJob<ScanJob>(j => j.WithIdentity("scan"));
                q.AddTrigger(t => t.ForJob("scan").WithCronSchedule("0 0/5 * * * ?"));
            });
        }
        """, "'Execute' runs by cron '0 0/5 * * * ?'", "Quartz");

    [Fact]
    public Task AJobOfHangfire() => ReportsAsync("""
        using Hangfire;
        namespace App;

        public static class Startup
        {
            public static void Add() => RecurringJob.{|@:AddOrUpdate|}<Scanner>("scan", s => s.ScanAsync(), "*/5 * * * *");
        }
        """, "'ScanAsync' runs by cron '*/5 * * * *'", "Hangfire");

    [Fact]
    public Task AFunction() => ReportsAsync("""
        using Microsoft.Azure.Functions.Worker;
        namespace App;

        public sealed class Functions(Scanner scanner)
        {
            [Function("Scan")]
            public Task {|@:Run|}([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => scanner.ScanAsync();
        }
        """, "'Run' runs by cron '0 */5 * * * *'", "Microsoft.Azure.Functions");

    [Fact]
    public Task AThread() => ReportsAsync("""
        namespace App;

        public sealed class Service(Scanner scanner)
        {
            public void Start() => new Thread(Run) { IsBackground = true }.Start();

            void Run()
            {
                {|@:while|} (true)
                {
                    scanner.ScanAsync().Wait();
                    Thread.Sleep(5 * 60 * 1000);
                }
            }
        }
        """, "'Run' runs with 5 min between runs");

    [Fact]
    public Task OnceADayIsQuiet() => Code.WithPortal("""
        using Microsoft.Azure.Functions.Worker;
        namespace App;

        public sealed class Functions(Scanner scanner)
        {
            [Function("Scan")]
            public Task Run([TimerTrigger("0 0 3 * * *")] TimerInfo timer) => scanner.ScanAsync();
        }
        """).With("Scanner.cs", Scan).WithStub("Microsoft.Azure.Functions").QuietAsync();
}
