using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Bitrix24.Package.Tests;

/// <summary>Runs the SDK's command line.</summary>
static partial class Dotnet
{
    /// <summary>Twenty times what a build takes here.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<string> RunAsync(string folder, params string[] arguments) => RunAsync(folder, ReadOnlyDictionary<string, string>.Empty, arguments);

    public static async Task<string> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(folder, environment, arguments);
        using var enough = new CancellationTokenSource(Patience);
        try
        {
            var errors = process.StandardError.ReadToEndAsync(enough.Token);
            var output = await process.StandardOutput.ReadToEndAsync(enough.Token) + await errors;
            await process.WaitForExitAsync(enough.Token);
            Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}");
            return output;
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} did not end in {Patience}.", e);
        }
    }

    /// <summary>Runs a program that does not end by itself, until there is enough of it.</summary>
    /// <returns>The lines that it wrote.</returns>
    public static async Task<IReadOnlyList<string>> RunUntilAsync(string folder, IReadOnlyDictionary<string, string> environment, Func<IReadOnlyCollection<string>, bool> isEnough, params string[] arguments)
    {
        using var process = Start(folder, environment, arguments);
        using var enough = new CancellationTokenSource(Patience);
        var lines = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) => lines.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            while (!isEnough(lines))
            {
                Assert.False(process.HasExited, $"dotnet {string.Join(' ', arguments)} ended early:\n{string.Join('\n', lines)}");
                await Task.Delay(TimeSpan.FromMilliseconds(50), enough.Token);
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync(enough.Token);
        return [.. lines.Where(static l => l.Length > 0)];
    }

    static Process Start(string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";

        // What the test runner's own build has set belongs to that build.
        foreach (var name in start.Environment.Keys.Where(static n => n.StartsWith("MSBuild", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Builds the project of a folder and gives its log, which has each warning once; the console repeats them at its end.</summary>
    public static async Task<string> BuildAsync(string folder)
    {
        await RunAsync(folder, "build", "-clp:ErrorsOnly", "-flp:LogFile=build.log;NoSummary");
        return await File.ReadAllTextAsync(Path.Combine(folder, "build.log"));
    }

    /// <summary>The ids of a log's warnings.</summary>
    public static IEnumerable<string> Warnings(string log) => Warning().Matches(log).Select(static m => m.Groups["id"].Value);

    [GeneratedRegex(@"warning (?<id>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Warning();
}
