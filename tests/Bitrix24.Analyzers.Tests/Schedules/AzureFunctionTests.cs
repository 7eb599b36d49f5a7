using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Azure Functions, of both models.</summary>
public sealed class AzureFunctionTests
{
    static Scenario Function(string parameter, string usings, string call = "crm.deal.get", string types = "") => Code.WithPortal($$"""
        {{usings}}
        namespace App;

        public sealed class Functions(Portal portal)
        {
            const string Nightly = "0 0 3 * * *";

            public async Task RunAsync({{parameter}} TimerInfo timer)
            {
                await portal.CallAsync("{{call}}");
                Console.WriteLine(Nightly + timer);
            }
        }

        {{types}}
        """);

    [Theory]
    [InlineData("[TimerTrigger(\"0 */5 * * * *\")]", "by cron '0 */5 * * * *'")]
    [InlineData("[TimerTrigger(\"*/5 * * * *\")]", "by cron '*/5 * * * *'")]
    [InlineData("[TimerTrigger(Nightly)]", "by cron '0 0 3 * * *'")]
    [InlineData("[TimerTriggerAttribute(\"00:05:00\")]", "every 5 min")]
    public void ATimerTriggerHasASchedule(string parameter, string expected)
    {
        Function(parameter, "using Microsoft.Azure.WebJobs;").WithStub("Microsoft.Azure.Functions").AreExactly($"RunAsync | RunAsync | {expected} | crm.deal.get: 1");
        Function(parameter, "using Microsoft.Azure.Functions.Worker;").WithStub("Microsoft.Azure.Functions").AreExactly($"RunAsync | RunAsync | {expected} | crm.deal.get: 1");
        Function(parameter, "").Unrestored().AreExactly($"RunAsync | RunAsync | {expected} | crm.deal.get: 1");
    }

    [Fact]
    public void NamedArgumentsOfTheAttributeDoNotMatter() =>
        Function("[TimerTrigger(\"0 0 * * * *\", RunOnStartup = true)]", "using Microsoft.Azure.WebJobs;").WithStub("Microsoft.Azure.Functions").AreExactly("RunAsync | RunAsync | by cron '0 0 * * * *' | crm.deal.get: 1");

    [Theory]
    [InlineData("[TimerTrigger(\"%Schedule%\")]")]
    [InlineData("[TimerTrigger(\"\")]")]
    [InlineData("[TimerTrigger(\"00:00:00\")]")]
    [InlineData("[QueueTrigger(\"0 */5 * * * *\")]")]
    [InlineData("")]
    public void OthersHaveNone(string parameter) => Function(parameter, "using Microsoft.Azure.Functions.Worker;").WithStub("Microsoft.Azure.Functions").AreExactly();

    [Fact]
    public void AnAttributeOfSomebodyElseIsNone() => Function("[TimerTrigger(\"0 */5 * * * *\")]", "",
        types: "public sealed class TimerTriggerAttribute(string schedule) : Attribute { public string Schedule => schedule; } public sealed class TimerInfo;").AreExactly();

    [Fact]
    public void AnHttpTriggerRunsForEachRequest() => Code.WithPortal("""
        using Microsoft.Azure.WebJobs;
        namespace App;

        public static class Functions
        {
            [FunctionName("deals")]
            public static Task<string> RunAsync([HttpTrigger("get")] string request, Portal portal) => portal.CallAsync("crm.deal.get", request);
        }
        """).WithStub("Microsoft.Azure.Functions").AreExactly("RunAsync | RunAsync | for each web request | crm.deal.get: 1");
}
