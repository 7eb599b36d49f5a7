using Acme.Crm.Mirror;

var address = args.FirstOrDefault() ?? Environment.GetEnvironmentVariable("BITRIX24_WEBHOOK");
if (string.IsNullOrEmpty(address))
{
    Console.Error.WriteLine("usage: Acme.Crm.Mirror <address of an incoming webhook> (or set BITRIX24_WEBHOOK)");
    return 1;
}

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
using var http = new HttpClient();
try
{
    await new DealMirror(new Bitrix24Client(http, address)).RunAsync(stop.Token);
}
catch (OperationCanceledException)
{
    // Ctrl+C.
}

return 0;
