// A service of a web application whose rows are in a field until they are gone.
// client: Application
// list: crm.deal
// ways: online
// every: 300
// gone: yes
// web: yes
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;

public sealed class DealMirror
{
    private readonly Bitrix _bitrix;
    private readonly TextWriter _output;
    private readonly Dictionary<long, string?> _titles = new();

    public DealMirror(Bitrix bitrix, TextWriter output)
    {
        _bitrix = bitrix;
        _output = output;
    }

    public async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await ReadAsync();
            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }

    private async Task ReadAsync()
    {
        var deals = new List<JsonElement>();
        var start = 0;
        while (true)
        {
            var page = await _bitrix.CallAsync("crm.deal.list", new { start, select = new[] { "ID", "TITLE" } });
            deals.AddRange(page.GetProperty("result").EnumerateArray());
            if (!page.TryGetProperty("next", out var next))
                break;
            start = next.GetInt32();
        }

        foreach (var deal in deals)
        {
            var id = long.Parse(deal.GetProperty("ID").GetString()!);
            var title = deal.GetProperty("TITLE").GetString();
            if (!_titles.ContainsKey(id) || _titles[id] != title)
            {
                _titles[id] = title;
                _output.WriteLine($"{id} {title}");
            }
        }

        var there = deals.Select(d => long.Parse(d.GetProperty("ID").GetString()!)).ToHashSet();
        foreach (var id in _titles.Keys.Where(id => !there.Contains(id)).ToList())
        {
            _titles.Remove(id);
            _output.WriteLine($"{id} gone");
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        await new DealMirror(new Bitrix(new HttpClient(), portal, secrets), output).ExecuteAsync(stop);
    }
}

public static class Web
{
    public static void Start(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.MapGet("/", () => "ready");
        app.Run();
    }
}
