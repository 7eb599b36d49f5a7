// Pages up to the total.
// client: Application
// list: crm.lead
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
            int total;
            do
            {
                var page = await bitrix.CallAsync("crm.lead.list", new { start, select = new[] { "ID", "TITLE" } });
                total = page.GetProperty("total").GetInt32();
                foreach (var lead in page.GetProperty("result").EnumerateArray())
                    output.WriteLine(lead.GetProperty("ID").GetString() + " " + lead.GetProperty("TITLE").GetString());
                start += 50;
            }
            while (start < total);

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}
