// Rows of a class.
// client: Typed
// list: crm.deal
// ways: changed_since
// every: 300
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class DealRow
{
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";
}

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        var bitrix = new BitrixApi(new HttpClient(), portal + "/rest/" + secrets.Split(' ')[0]);
        while (!stop.IsCancellationRequested)
        {
            int? start = 0;
            do
            {
                var page = await bitrix.CallAsync<Envelope<List<DealRow>>>("crm.deal.list", new { start, select = new[] { "ID", "TITLE" } });
                foreach (var deal in page.Result)
                    output.WriteLine($"{deal.Id} {deal.Title}");
                start = page.Next;
            }
            while (start != null);

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}
