// A service of a web application that reads in a method of its own.
// client: Application
// list: crm.deal
// ways: online
// every: 300
// web: yes
using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;

public sealed class DealWorker
{
    private readonly Bitrix _bitrix;
    private readonly TextWriter _output;

    public DealWorker(Bitrix bitrix, TextWriter output)
    {
        _bitrix = bitrix;
        _output = output;
    }

    public async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await ScanAsync();
            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }

    private async Task ScanAsync()
    {
        var start = 0;
        while (true)
        {
            var page = await _bitrix.CallAsync("crm.deal.list", new { start, select = new[] { "ID", "TITLE" } });
            foreach (var deal in page.GetProperty("result").EnumerateArray())
                _output.WriteLine(deal.GetProperty("ID").GetString() + " " + deal.GetProperty("TITLE").GetString());
            if (!page.TryGetProperty("next", out var next))
                break;
            start = next.GetInt32();
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        await new DealWorker(new Bitrix(new HttpClient(), portal, secrets), output).ExecuteAsync(stop);
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
