// Six hours of a scan that never catches up.
// client: HttpText
// n: 3000
// seed: crm.activity n
// horizon: 21600
// ends: AverageExceedsDrain
using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bx24(webhook);
        while (!token.IsCancellationRequested)
        {
            var start = 0;
            while (start >= 0)
            {
                var page = JsonDocument.Parse(await bitrix.CallAsync("crm.activity.list", new { start })).RootElement;
                start = page.TryGetProperty("next", out var next) ? next.GetInt32() : -1;
            }

            await Task.Delay(TimeSpan.FromSeconds(5));
        }
    }
}
