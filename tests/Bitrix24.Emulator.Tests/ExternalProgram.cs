using System.Diagnostics;

namespace Bitrix24.Emulator.Tests;

/// <summary>How a program ended, and what it printed.</summary>
internal sealed record ProgramResult(int ExitCode, string Output, string Errors);

/// <summary>Programs of the machine that some tests need.</summary>
internal static class ExternalProgram
{
    /// <summary>How long a program may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The first of the names that is in PATH, or null.</summary>
    public static string? Find(params string[] names) => names
        .SelectMany(name => OperatingSystem.IsWindows() ? new[] { name + ".exe", name + ".cmd" } : [name])
        .SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static async Task<ProgramResult> RunAsync(string program, string[] arguments, string folder, Dictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment ?? [])
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new ProgramResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new ProgramResult(-1, "", $"{program} did not end within {Patience.TotalMinutes} minutes.");
        }
    }
}
