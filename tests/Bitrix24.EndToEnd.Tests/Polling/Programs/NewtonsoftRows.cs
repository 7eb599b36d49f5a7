// Newtonsoft.Json, behind an interface.
// client: NewtonsoftToken
// list: crm.company
// ways: changed_since
// every: 300
using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

public sealed class CompanyWatch(Bitrix24Rest bitrix, TextWriter output)
{
    public async Task RunAsync(CancellationToken stop)
    {
        do
        {
            await ReadAsync();
            await Task.Delay(300_000, stop);
        }
        while (!stop.IsCancellationRequested);
    }

    private async Task ReadAsync()
    {
        var start = 0;
        JToken page;
        do
        {
            page = await bitrix.PostAsync("crm.company.list", new { start, select = new[] { "ID", "TITLE" } });
            foreach (var company in page["result"]!)
                output.WriteLine($"{company["ID"]} {company["TITLE"]}");
            start += 50;
        }
        while (page["next"] != null);
    }
}

public static class Program
{
    public static Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop) =>
        new CompanyWatch(new Bitrix24Rest(new HttpClient(), portal + "/rest/" + secrets.Split(' ')[0]), output).RunAsync(stop);
}
