// Users, of whose changes no event tells.
// client: Webhook
// list: user
// ways: changed_since
// every: 300
using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

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
                var page = await bitrix.CallAsync("user.get", new { start });
                foreach (var user in page.GetProperty("result").EnumerateArray())
                    output.WriteLine(user.GetProperty("ID").GetString() + " " + user.GetProperty("NAME").GetString());
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}
