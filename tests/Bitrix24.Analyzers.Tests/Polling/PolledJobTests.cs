using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Jobs that are made anew for each run keep what changed in a static field.</summary>
public sealed class PolledJobTests
{
    static readonly string Work = Pages(Row("Show(deal);"));

    static string Function(string work, string fields, string mark) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Microsoft.Azure.WebJobs;

        namespace Microsoft.Azure.WebJobs
        {
            [AttributeUsage(AttributeTargets.Parameter)]
            public sealed class TimerTriggerAttribute : Attribute
            {
                public TimerTriggerAttribute(string schedule)
                {
                }
            }

            public sealed class TimerInfo
            {
            }
        }

        public sealed class Job(BitrixClient client)
        {
        {{fields}}    public async Task {{mark}}([TimerTrigger("0 */5 * * * *")] TimerInfo timer)
            {
                {{Inside(work, 2)}}
            }

            private static void Show(JsonElement deal) => Console.WriteLine(deal);
        }
        """;

    [Fact]
    public Task ItAsksForWhatChangedSince() => PollCase.Fixes(
        PollCase.ChangedSince, Function(Work, "", "{|BX4001:RunAsync|}"),
        Function(Changed(Pages(Row("Show(deal);"), "new { start, filter = changed.Filter }")), "    private static readonly Bitrix24Changes dealChanges = Bitrix24Changes.Since(\"DATE_MODIFY\", \"ID\");\n\n", "RunAsync"));

    [Fact]
    public Task ItHasNoClientToKeep() => PollCase.Stays(Function(Work, "", "{|BX4001:RunAsync|}"), PollCase.Offline);

    /// <summary>Whoever calls it wants to read everything.</summary>
    [Theory]
    [InlineData("public Task NowAsync() => RunAsync(new TimerInfo());")]
    [InlineData("public System.Func<TimerInfo, Task> Now => RunAsync;")]
    public Task OthersCallIt(string member) => PollCase.Stays(Function(Work, "    " + member + "\n\n", "{|BX4001:RunAsync|}"));

    [Fact]
    public Task ItIsMadeForMoreThanOnePortal() => PollCase.Stays(Function(Work, "    public static Job[] All(BitrixClient one, BitrixClient other) => [new Job(one), new Job(other)];\n\n", "{|BX4001:RunAsync|}"));
}
