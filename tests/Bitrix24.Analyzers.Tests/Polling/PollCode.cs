namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Programs that poll, in which only the round differs.</summary>
static class PollCode
{
    public const string Since = "var dealChanges = Bitrix24Changes.Since(\"DATE_MODIFY\", \"ID\");\n";

    /// <summary>A service with a client and something of its own.</summary>
    public static string Service(string members) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;

        public interface IStore
        {
            Task SaveAsync(string id, string title);
            bool Has(string id);
        }

        public sealed class Service
        {
            private readonly BitrixClient client;
            private readonly IStore store;
            private readonly Dictionary<string, string> titles = new();
            private readonly HashSet<string> seen = new();
            private readonly List<string> list = new();
            public int Count { get; set; }

            public Service(BitrixClient client, IStore store)
            {
                this.client = client;
                this.store = store;
            }

            {{Inside(members, 1)}}

            private void Show(JsonElement deal) => Console.WriteLine(deal);

            private void Number(JsonElement deal) => Count++;
        }
        """;

    /// <summary>A method that runs a round every five minutes.</summary>
    public static string Every(string round, string before = "", string mark = "{|BX4001:while|}", string condition = "!stop.IsCancellationRequested", string wait = "await Task.Delay(TimeSpan.FromMinutes(5), stop);") => Service($$"""
        public async Task RunAsync(CancellationToken stop)
        {
            {{Inside(before + mark, 1)}} ({{condition}})
            {
                {{Inside(wait.Length == 0 ? round : round + "\n" + wait, 2)}}
            }
        }
        """);

    /// <summary>All pages of a list, and what is done on each.</summary>
    public static string Pages(string onPage, string parameters = "new { start }", string before = "") => $$"""
        {{before}}var start = 0;
        while (true)
        {
            var page = await client.CallAsync("crm.deal.list", {{parameters}});
            {{Inside(onPage, 1)}}
            if (!page.TryGetProperty("next", out var next))
                break;
            start = next.GetInt32();
        }
        """;

    public static string Row(string work) => $$"""
        foreach (var deal in page.GetProperty("result").EnumerateArray())
        {
            {{Inside(work, 1)}}
        }
        """;

    /// <summary>What becomes of a round.</summary>
    public static string Changed(string round, string after = "") => $$"""
        foreach (var changed in await dealChanges.NextAsync())
        {
            {{Inside(round, 1)}}
        }
        await dealChanges.ConfirmAsync();{{(after.Length == 0 ? "" : "\n" + after)}}
        """;

    public static string Inside(string code, int depth)
    {
        var indentation = "\n" + string.Concat(Enumerable.Repeat("    ", depth));
        return code.ReplaceLineEndings("\n").Replace("\n", indentation, StringComparison.Ordinal).Replace(indentation + "\n", "\n\n", StringComparison.Ordinal);
    }
}
