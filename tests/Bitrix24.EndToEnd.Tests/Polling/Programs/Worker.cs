// A service with its loop in a method.
// client: Application
// list: crm.deal
// ways: changed_since offline
// every: 300
using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class DealWorker
{
    private readonly Bitrix _bitrix;
    private readonly TextWriter _output;

    public DealWorker(Bitrix bitrix, TextWriter output)
    {
        _bitrix = bitrix;
        _output = output;
    }

    public async Task ExecuteAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var start = 0;
            while (true)
            {
                var page = await _bitrix.CallAsync("crm.deal.list", new { start, select = new[] { "ID", "TITLE" } });
                foreach (var deal in page.GetProperty("result").EnumerateArray())
                    _output.WriteLine(deal.GetProperty("ID").GetString() + " " + deal.GetProperty("TITLE").GetString());
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        await new DealWorker(new Bitrix(new HttpClient(), portal, secrets), output).ExecuteAsync(stop);
    }
}
