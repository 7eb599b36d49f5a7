// A timer that starts a method and does not wait for it.
// client: Application
// list: crm.deal
// ways: changed_since offline
// every: 300
using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class DealClock : IDisposable
{
    private readonly Bitrix _bitrix;
    private readonly TextWriter _output;
    private readonly Timer _timer;

    public DealClock(Bitrix bitrix, TextWriter output)
    {
        _bitrix = bitrix;
        _output = output;
        _timer = new Timer(_ => _ = ScanAsync(), null, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    public void Dispose() => _timer.Dispose();

    private async Task ScanAsync()
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
    }
}

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        using var clock = new DealClock(new Bitrix(new HttpClient(), portal, secrets), output);
        await Task.Delay(Timeout.InfiniteTimeSpan, stop);
    }
}
