// A web application that is told of tasks, whose list takes one id at a time.
// client: Webhook
// list: tasks.task
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
                var page = await bitrix.CallAsync("tasks.task.list", new { start, select = new[] { "ID", "TITLE" } });
                foreach (var task in page.GetProperty("result").GetProperty("tasks").EnumerateArray())
                    output.WriteLine(task.GetProperty("id").GetString() + " " + task.GetProperty("title").GetString());
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
