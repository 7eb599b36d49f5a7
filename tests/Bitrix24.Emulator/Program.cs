using System.Runtime.InteropServices;
using Bitrix24.Emulator;
using Bitrix24.Emulator.Calls;
using Microsoft.Data.Sqlite;

// dotnet run --project tests/Bitrix24.Emulator -- --urls https://127.0.0.1:5443 --file portal.db --plan enterprise --clock virtual --webhook 1:code --seed crm.deal=1000,crm.contact=40
try
{
    var arguments = ProgramArguments.Read(args);
    await using var portal = await Portal.StartAsync(arguments.Portal);
    foreach (var (prefix, count) in arguments.Seed)
        Seed(portal, prefix, count);
    Console.WriteLine($"Bitrix24 emulator on {portal.Url}");
    // A generated code is shown once, to whoever started the program; nothing else ever writes it.
    Console.WriteLine($"Webhook: {(arguments.Portal.Webhooks.Count == 0 ? portal.WebhookUrl : "as given")}");

    var stopped = new TaskCompletionSource();
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    await stopped.Task;
    return 0;

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stopped.TrySetResult();
    }
}
catch (Exception mistake) when (mistake is FormatException or IOException or SqliteException)
{
    await Console.Error.WriteLineAsync(mistake.Message.ReplaceLineEndings(" "));
    return 1;
}

static void Seed(Portal portal, string prefix, int count)
{
    try
    {
        portal.Seed(prefix, count, _ => new { });
    }
    catch (Exception refused) when (refused is ArgumentException or RestError)
    {
        throw new FormatException($"--seed {prefix}: {refused.Message}", refused);
    }
}
