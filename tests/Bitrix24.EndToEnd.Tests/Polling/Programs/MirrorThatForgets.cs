// Rows that are no longer in the list are taken out of the mirror.
// client: Application
// list: crm.deal
// ways: offline
// every: 300
// gone: yes
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        var bitrix = new Bitrix(new HttpClient(), portal, secrets);
        var mirror = new Dictionary<string, string>();
        while (!stop.IsCancellationRequested)
        {
            var found = new HashSet<string>();
            var start = 0;
            while (true)
            {
                var page = await bitrix.CallAsync("crm.deal.list", new { start, select = new[] { "ID", "TITLE" } });
                foreach (var deal in page.GetProperty("result").EnumerateArray())
                {
                    var id = deal.GetProperty("ID").GetString()!;
                    var title = deal.GetProperty("TITLE").GetString()!;
                    found.Add(id);
                    if (mirror.TryGetValue(id, out var old) && old == title)
                        continue;
                    mirror[id] = title;
                    output.WriteLine(id + " " + title);
                }
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }

            foreach (var id in mirror.Keys.Except(found).ToList())
            {
                mirror.Remove(id);
                output.WriteLine(id + " gone");
            }

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}
