using System.Runtime.InteropServices;
using Bitrix24.Emulator;

// dotnet run --project tests/Bitrix24.Emulator -- --urls https://127.0.0.1:5443 --file portal.db --plan enterprise --clock virtual --webhook 1:code --seed crm.deal=1000,crm.contact=40
var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
var webhook = settings["webhook"]?.Split(':', 2);
var options = new PortalOptions
{
    Urls = (settings["urls"] ?? "https://127.0.0.1:5443").Split(';', StringSplitOptions.RemoveEmptyEntries),
    File = settings["file"],
    Clock = settings["clock"] == "virtual" ? null : TimeProvider.System,
    Rate = settings["plan"] switch { "off" => null, "enterprise" => RateLimit.Enterprise, _ => RateLimit.Standard },
    ServiceTime = settings["time"] == "none" ? ServiceTime.None : new ServiceTime(),
    Webhooks = webhook is [var user, var code] ? [new Webhook(long.Parse(user, System.Globalization.CultureInfo.InvariantCulture), code)] : [],
    KeepCalls = false,
};

await using var portal = await Portal.StartAsync(options);
foreach (var (prefix, count) in Rows(settings["seed"]))
    portal.Seed(prefix, count, _ => new { });
Console.WriteLine($"Bitrix24 emulator on {portal.Url}");
// A generated code is shown once, to whoever started the program; nothing else ever writes it.
Console.WriteLine($"Webhook: {(webhook is null ? portal.WebhookUrl : "as given")}");

var stopped = new TaskCompletionSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
await stopped.Task;

static IEnumerable<(string Prefix, int Count)> Rows(string? seed) =>
    from part in (seed ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries)
    let pair = part.Split('=')
    select (pair[0], int.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopped.TrySetResult();
}
