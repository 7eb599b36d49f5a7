// A web application with a webhook, to which an outgoing webhook brings events.
// client: Webhook
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

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        var bitrix = new Bitrix(new HttpClient(), portal, secrets);
        while (!stop.IsCancellationRequested)
        {
            var start = 0;
            while (true)
            {
                var page = await bitrix.CallAsync("crm.deal.list", new { start, select = new[] { "ID", "TITLE" } });
                foreach (var deal in page.GetProperty("result").EnumerateArray())
                    output.WriteLine(deal.GetProperty("ID").GetString() + " " + deal.GetProperty("TITLE").GetString());
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
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
