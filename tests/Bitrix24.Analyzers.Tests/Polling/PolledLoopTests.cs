namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Loops that wait in every round and read a list in it.</summary>
public sealed class PolledLoopTests
{
    /// <summary>Members of a service that has a client.</summary>
    static string Service(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        public sealed class Service
        {
            private readonly BitrixClient client;
            private readonly Dictionary<string, string> titles = new();
            public int Count { get; set; }

            public Service(BitrixClient client) => this.client = client;

            {{members.ReplaceLineEndings("\n    ").Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}

            private void Show(JsonElement deal) => Console.WriteLine(deal);
        }
        """;

    /// <summary>A method that runs a round every five minutes.</summary>
    static string Every(string round, string before = "", string mark = "{|BX4001:while|}") => Service($$"""
        public async Task RunAsync(CancellationToken stop)
        {
            {{(before + mark).ReplaceLineEndings("\n    ")}} (!stop.IsCancellationRequested)
            {
                {{round.ReplaceLineEndings("\n        ").Replace("\n        \n", "\n\n", StringComparison.Ordinal)}}
                await Task.Delay(TimeSpan.FromMinutes(5), stop);
            }
        }
        """);

    const string Since = "var dealChanges = Bitrix24Changes.Since(\"DATE_MODIFY\", \"ID\");\n";

    [Fact]
    public Task AllPagesAreRead() => PollCase.Fixes(
        PollCase.ChangedSince,
        Every("""
            var start = 0;
            while (true)
            {
                var page = await client.CallAsync("crm.deal.list", new { start, filter = new Dictionary<string, object> { ["STAGE_ID"] = "NEW" } });
                foreach (var deal in page.GetProperty("result").EnumerateArray())
                    Show(deal);

                // The last page has no next one.
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }
            """),
        Every("""
            foreach (var changed in await dealChanges.NextAsync())
            {
                var start = 0;
                while (true)
                {
                    var page = await client.CallAsync("crm.deal.list", new { start, filter = new Dictionary<string, object> { ["STAGE_ID"] = "NEW", [changed.Name] = changed.Value } });
                    foreach (var deal in page.GetProperty("result").EnumerateArray())
                        Show(deal);

                    // The last page has no next one.
                    if (!page.TryGetProperty("next", out var next))
                        break;
                    start = next.GetInt32();
                }
            }
            await dealChanges.ConfirmAsync();
            """, Since, "while"));
}
