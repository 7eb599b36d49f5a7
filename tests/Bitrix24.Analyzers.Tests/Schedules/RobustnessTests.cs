using Bitrix24.Analyzers.Tests.Verify;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Half-typed code of every form of schedule: no rule throws.</summary>
public sealed class RobustnessTests
{
    const string Forms = """
        using Coravel.Invocable; using Coravel.Scheduling.Schedule.Interfaces; using Hangfire; using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Mvc;
        using Microsoft.Azure.WebJobs; using Microsoft.Extensions.Hosting; using NCrontab; using Quartz;
        namespace App;
        [Scheduled("0 0/5 * * * ?")] public sealed class Bitrix24Job(HttpClient http) : IJob, IInvocable
        {
            public Task Execute(IJobExecutionContext context) => http.GetAsync("https://example.bitrix24.com/rest/1/secret/crm.deal.get");
            public Task Invoke() => Execute(null!);
            public Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer) => Invoke();
        }
        public partial class Worker(Bitrix24Job job, Coravel.Scheduling.Schedule.Interfaces.IScheduler tasks, Quartz.IScheduler scheduler, Dictionary<string, string> settings) : BackgroundService
        {
            readonly CrontabSchedule _cron = CrontabSchedule.Parse($"*/{5} * * * *");
            System.Threading.Timer? _timer; readonly System.Timers.Timer _other = new() { Interval = TimeSpan.FromMinutes(5).TotalMilliseconds };
            DateTime _next; int Minutes() { if (int.TryParse(settings["Minutes"], out var minutes)) return minutes; return 5; }
            protected override async Task ExecuteAsync(CancellationToken stoppingToken)
            {
                RecurringJob.AddOrUpdate<Bitrix24Job>("id", x => x.Invoke(), settings["Cron"] ?? Hangfire.Cron.Hourly());
                tasks.ScheduleAsync(job.Invoke).Cron("* * * * *").Weekday(); tasks.Schedule<Bitrix24Job>().EverySeconds(Minutes());
                var detail = JobBuilder.Create(typeof(Bitrix24Job)).WithIdentity("deals").Build(); ITrigger trigger; trigger = Trigger();
                await scheduler.ScheduleJob(detail, new HashSet<ITrigger> { trigger, TriggerBuilder.Create().ForJob("deals").WithSimpleSchedule(x => x.WithIntervalInMinutes(Minutes()).RepeatForever()).Build() }, true);
                _timer = new(_ => { job.Invoke().Wait(); _timer!.Change(1000, Timeout.Infinite); }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                _other.Elapsed += (_, _) => job.Invoke();
                while (!stoppingToken.IsCancellationRequested) { if (DateTime.Now >= _next) { await job.Invoke(); _next = _cron.GetNextOccurrence(DateTime.Now); } await Task.Delay(TimeSpan.FromMinutes(Minutes()), stoppingToken); }
            }
            static ITrigger Trigger() => TriggerBuilder.Create().WithCronSchedule("0 0/5 * * * ?").Build();
            void timer1_Tick(object? sender, EventArgs e) => job.Invoke();
        }
        [ApiController] public sealed class DealsController(Bitrix24Job job) : ControllerBase { [HttpGet] public Task GetAsync() => job.Invoke(); }
        public static class Program { public static void Main(string[] args) { var app = WebApplication.Create(); app.MapGet("/", () => new Bitrix24Job(new()).Invoke()); } }
        """;

    const string Designed = "namespace App { partial class Worker { System.Windows.Forms.Timer timer1; void InitializeComponent() { timer1 = new(); timer1.Interval = 1000; timer1.Tick += timer1_Tick; } } }";

    static readonly MetadataReference[] Stubs =
        [.. new[] { "Quartz", "Hangfire", "Coravel", "Microsoft.AspNetCore", "Microsoft.Azure.Functions", "Crontab", "System.Windows.Forms" }.Select(References.Stub)];

    [Fact]
    public void AllFormsAreRead()
    {
        var lines = Scheduled.Lines(Compile(Forms, Stubs)).Split(Environment.NewLine).Select(static l => l[..l.LastIndexOf(" | ", StringComparison.Ordinal)]);
        Assert.Equal(
            [
                "AddOrUpdate | Invoke | by default every 1 h",
                "Elapsed | the timer | every 5 min",
                "Execute | Execute | by cron '0 0/5 * * * ?'",
                "GetAsync | GetAsync | for each web request",
                "Invoke | Invoke | by default every 5 s",
                "MapGet | the handler | for each web request",
                "RunAsync | RunAsync | by cron '0 */5 * * * *'",
                "ScheduleAsync | Invoke | by cron '* * * * *'",
                "new | the timer | with 1 s between runs",
                "timer1_Tick | timer1_Tick | every 1 s",
                "while | ExecuteAsync | by cron '*/5 * * * *'",
            ],
            lines.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("int.MaxValue")]
    [InlineData("TimeSpan.Zero")]
    [InlineData("TimeSpan.MaxValue")]
    [InlineData("Timeout.InfiniteTimeSpan")]
    [InlineData("TimeSpan.FromDays(double.NaN)")]
    [InlineData("TimeSpan.FromDays(1e300)")]
    [InlineData("TimeSpan.FromMilliseconds(1e-300)")]
    [InlineData("TimeSpan.FromSeconds(1 / 0.0)")]
    [InlineData("TimeSpan.FromSeconds(-5)")]
    [InlineData("new TimeSpan(0, 0, int.MinValue)")]
    [InlineData("TimeSpan.Parse(\"x\")")]
    public async Task OddIntervalsMakeNoRuleThrow(string length)
    {
        var worker = Code.InClass($$"""
            public async Task RunAsync(List<int> ids)
            {
                _ = new Timer(_ => portal.CallAsync("crm.deal.list").Wait(), null, {{length}}, {{length}});
                while (true)
                {
                    await portal.CallAsync("crm.deal.list");
                    foreach (var id in ids)
                        await portal.CallAsync("crm.deal.update", new { id });
                    await Task.Delay({{length}});
                }
            }
            """).Compile();
        Assert.NotEmpty(await AnalyzerRun.BuildAsync(worker));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(14)]
    public void HalfTypedCodeThrowsNothing(int from)
    {
        for (var length = from; length < Forms.Length; length += 21)
        {
            Scheduled.Lines(Compile(Forms[..length], Stubs));
            Scheduled.Lines(Compile(Forms[..length], []));
        }
    }

    [Fact]
    public void CodeWithAPieceMissingThrowsNothing()
    {
        for (var start = 0; start + 25 < Forms.Length; start += 25)
            Scheduled.Lines(Compile(Forms.Remove(start, 25), Stubs));
    }

    [Theory]
    [InlineData("Minutes() => Minutes();")]
    [InlineData("Minutes() => Other() + 1; int Other() => Minutes();")]
    [InlineData("Minutes() { if (A()) return Minutes(); if (B()) return Other(); return 5; } int Other() { if (A()) return Minutes(); return Other(); } bool A() => true; bool B() => true;")]
    [InlineData("Minutes() => int.MaxValue;")]
    [InlineData("Minutes() => -1;")]
    public void SettingsThatGoRoundInCirclesThrowNothing(string minutes)
    {
        var start = Forms.IndexOf("Minutes() {", StringComparison.Ordinal);
        Scheduled.Lines(Compile(Forms[..start] + minutes + Forms[Forms.IndexOf('\n', start)..], Stubs));
    }

    static CSharpCompilation Compile(string text, MetadataReference[] references) => References.Compile(
        "App", [CSharpSyntaxTree.ParseText(text, path: "App.cs"), CSharpSyntaxTree.ParseText(Designed, path: "Worker.Designer.cs"), Code.GlobalUsings], references, OutputKind.DynamicallyLinkedLibrary);
}
