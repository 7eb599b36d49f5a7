// An iterator turns the pages, and who reads the rows does not see them.
// client: HttpJson
// n: 0 1 49 50 51 120 3000
// seed: tasks.task n
// runs: every 600
using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

public static class Tasks
{
    public static async IAsyncEnumerable<JsonElement> RowsAsync(Bitrix bitrix)
    {
        int? start = 0;
        while (start is not null)
        {
            var page = await bitrix.CallAsync("tasks.task.list", new { start });
            foreach (var row in page.GetProperty("result").GetProperty("tasks").EnumerateArray())
                yield return row;
            start = page.TryGetProperty("next", out var next) ? next.GetInt32() : null;
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var titles = 0;
        await foreach (var row in Tasks.RowsAsync(bitrix))
            titles += row.ToString().Length;
    }
}
