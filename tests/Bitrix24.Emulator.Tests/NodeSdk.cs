using System.Diagnostics;

namespace Bitrix24.Emulator.Tests;

/// <summary>The official SDK as npm gives it, and Node.js to run it.</summary>
internal static class NodeSdk
{
    /// <summary>How long an installation or a script may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>The first program that is not there, or null.</summary>
    public static string? Missing => Array.Find(["node", "npm"], program => Find(program) is null);

    private static string Folder { get; } = Repository.Path("tests/Bitrix24.Emulator.Tests/js");

    /// <summary>Runs the tests of a script against a portal; what they print is the message where one fails.</summary>
    public static async Task PassAsync(string script, Portal portal)
    {
        await Installed.Value;
        var certificate = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pem");
        try
        {
            await File.WriteAllTextAsync(certificate, portal.Certificate.ExportCertificatePem());
            var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["B24_WEBHOOK"] = portal.WebhookUrl, ["NODE_EXTRA_CA_CERTS"] = certificate };
            if (await ExecuteAsync("node", ["--test", "--test-reporter=spec", script], environment) is { } output)
                Assert.Fail(output);
        }
        finally
        {
            File.Delete(certificate);
        }
    }

    private static async Task InstallAsync()
    {
        if (await ExecuteAsync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], []) is { } output)
            throw new InvalidOperationException($"npm could not install the SDK:\n{output}");
    }

    private static async Task<string?> ExecuteAsync(string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Find(program)!, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 ? null : await output + await errors;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return $"{program} did not end within {Patience.TotalMinutes} minutes.";
        }
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .SelectMany(folder => OperatingSystem.IsWindows() ? new[] { Path.Combine(folder, program + ".exe"), Path.Combine(folder, program + ".cmd") } : [Path.Combine(folder, program)])
        .FirstOrDefault(File.Exists);
}
