// A page that is not full is the last.
// client: Application
// list: crm.company
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
            int count;
            do
            {
                var page = await bitrix.CallAsync("crm.company.list", new { start, select = new[] { "ID", "TITLE" } });
                count = page.GetProperty("result").GetArrayLength();
                foreach (var company in page.GetProperty("result").EnumerateArray())
                    output.WriteLine(company.GetProperty("ID").GetString() + " " + company.GetProperty("TITLE").GetString());
                start += 50;
            }
            while (count == 50);

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}
