// The help centre's example itself.
// client: Application
// list: crm.activity
// ways: changed_since offline
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
                var page = await bitrix.CallAsync("crm.activity.list", new { start, select = new[] { "ID", "SUBJECT" } });
                foreach (var activity in page.GetProperty("result").EnumerateArray())
                    output.WriteLine(activity.GetProperty("ID").GetString() + " " + activity.GetProperty("SUBJECT").GetString());
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}
