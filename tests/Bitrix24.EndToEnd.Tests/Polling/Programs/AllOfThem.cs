// A method that returns all rows.
// client: Application
// list: crm.company
// ways: changed_since offline
// every: 300
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

public sealed class Companies(Bitrix bitrix, TextWriter output)
{
    public async Task WatchAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
        do
        {
            foreach (var company in await AllAsync())
                output.WriteLine(company.GetProperty("ID").GetString() + " " + company.GetProperty("TITLE").GetString());
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    private async Task<List<JsonElement>> AllAsync()
    {
        var all = new List<JsonElement>();
        var start = 0;
        while (true)
        {
            var page = await bitrix.CallAsync("crm.company.list", new { start, select = new[] { "ID", "TITLE" } });
            all.AddRange(page.GetProperty("result").EnumerateArray());
            if (!page.TryGetProperty("next", out var next))
                return all;
            start = next.GetInt32();
        }
    }
}

public static class Program
{
    public static Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop) =>
        new Companies(new Bitrix(new HttpClient(), portal, secrets), output).WatchAsync(stop);
}
