using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Code that a program runs once.</summary>
public sealed class ProgramStartTests
{
    static Scenario Service(string type, string method, string usings = "using Microsoft.Extensions.Hosting;") => Code.WithPortal($$"""
        {{usings}}
        namespace App;

        public sealed class Worker(Portal portal) : {{type}}
        {
            {{method}}

            {{(type == "IHostedService" ? "public Task StopAsync(CancellationToken token) => Task.CompletedTask;" : "")}}

            Task<string> ScanAsync(int id = 0) => portal.CallAsync("crm.deal.get", id);
        }
        """);

    [Fact]
    public void Main() => Code.WithPortal("""
        namespace App;

        public static class Program
        {
            public static async Task Main(string[] ids)
            {
                var portal = new Portal(new HttpClient(), ids[0]);
                foreach (var id in ids)
                {
                    await portal.CallAsync("crm.deal.get", id);
                    await Task.Delay(500);
                }
            }
        }
        """).AreExactly("Main | Main | once | crm.deal.get: ids");

    [Fact]
    public void TopLevelStatements() => Code.WithPortal("""
        using App;
        static string Webhook() => "hook";
        var portal = new Portal(new HttpClient(), Webhook());
        foreach (var id in args)
            await Local(id);
        Task<string> Local(string id) => portal.CallAsync("crm.deal.get", id);
        """).AsProgram().AreExactly("var | the program | once | crm.deal.get: args");

    [Theory]
    [InlineData("IHostedService", "public async Task StartAsync(CancellationToken token) => await ScanAsync();", "StartAsync")]
    [InlineData("BackgroundService", "protected override async Task ExecuteAsync(CancellationToken token) => await ScanAsync();", "ExecuteAsync")]
    public void AHostedServiceStartsOnce(string type, string method, string name)
    {
        Service(type, method).WithStub("Microsoft.AspNetCore").AreExactly($"{name} | {name} | once | crm.deal.get: 1");
        Service(type, method, "").Unrestored().AreExactly($"{name} | {name} | once | crm.deal.get: 1");
    }

    [Fact]
    public void ALoopThatWaitsHasItsOwnSchedule() => Service("BackgroundService", "protected override async Task ExecuteAsync(CancellationToken token) { while (!token.IsCancellationRequested) { await ScanAsync(); await Task.Delay(60000, token); } }")
        .WithStub("Microsoft.AspNetCore").AreExactly("while | ExecuteAsync | with 1 min between runs | crm.deal.get: 1");

    [Theory]
    [InlineData("BackgroundService", "protected override async Task ExecuteAsync(CancellationToken token) { while (!token.IsCancellationRequested) { await ScanAsync(); await Task.Delay(Random.Shared.Next(), token); } }")]
    [InlineData("BackgroundService", "protected override Task ExecuteAsync(CancellationToken token) => Task.CompletedTask; public Task<string> OtherAsync() => ScanAsync();")]
    [InlineData("IHostedService", "public Task StartAsync(CancellationToken token) => Task.CompletedTask; public Task<string> StartAsync(int id) => ScanAsync(id);")]
    public void OthersHaveNone(string type, string method) => Service(type, method).WithStub("Microsoft.AspNetCore").AreExactly();

    [Fact]
    public void AServiceOfSomebodyElseIsNone() => Service("Host", "public async Task StartAsync(CancellationToken token) => await ScanAsync();", "").With("Host.cs", "namespace App; public abstract class Host;").AreExactly();
}
