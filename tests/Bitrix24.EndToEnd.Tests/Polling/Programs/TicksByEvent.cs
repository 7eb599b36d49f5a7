// A timer that raises an event.
// client: Application
// list: crm.deal
// ways: changed_since offline
// every: 300
// begins: 300
using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class DealClock : IDisposable
{
    private readonly Bitrix _bitrix;
    private readonly TextWriter _output;
    private readonly System.Timers.Timer _timer = new System.Timers.Timer(300_000);

    public DealClock(Bitrix bitrix, TextWriter output)
    {
        _bitrix = bitrix;
        _output = output;
        _timer.Elapsed += async (_, _) => await ScanAsync();
    }

    public void Start() => _timer.Start();

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
        clock.Start();
        await Task.Delay(Timeout.InfiniteTimeSpan, stop);
    }
}
