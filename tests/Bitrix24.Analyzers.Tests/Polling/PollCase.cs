using Bitrix24.Analyzers.CodeFixes.Fixes;
using Bitrix24.Analyzers.Rules;
using Bitrix24.Analyzers.Tests.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>A program that reads a list again and again, before and after a fix.</summary>
sealed class PollCase(LanguageVersion version) : FixTest<BX4001FullScanPolling, BX4001FullScanPollingFix>(version)
{
    public const string ChangedSince = "changed_since";
    public const string Offline = "offline";
    public const string Online = "online";

    /// <summary>The fix with the given key turns <paramref name="before"/> into <paramref name="after"/>.</summary>
    public static Task Fixes(string key, string before, string after) => Of(key, before, after).RunAsync();

    /// <summary>There is a diagnostic and no fix, of any kind or with the given key.</summary>
    public static Task Stays(string code, string? key = null)
    {
        var test = Of(key, code, code);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync();
    }

    /// <summary>One fix after another and Fix All give the same.</summary>
    public static Task FixesAll(string key, string before, string after)
    {
        var test = Of(key, before, after);
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.None;
        return test.RunAsync();
    }

    /// <summary>The same in a web application, whose program is another file.</summary>
    public static Task FixesInServer(string before, string after, string program, string mapped)
    {
        var test = Of(Online, before, after);
        test.TestState.OutputKind = test.FixedState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(program);
        test.FixedState.Sources.Add(mapped);
        test.TestState.AdditionalReferences.AddRange(Server);
        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync();
    }

    static IEnumerable<MetadataReference> Server
    {
        get
        {
            var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
            var shared = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(runtime))!, "Microsoft.AspNetCore.App", Path.GetFileName(runtime));
            return Directory.EnumerateFiles(shared, "Microsoft.*.dll").Select(static path => MetadataReference.CreateFromFile(path));
        }
    }

    static PollCase Of(string? key, string before, string after)
    {
        var test = new PollCase(LanguageVersion.CSharp12) { TestCode = before, FixedCode = after, CodeActionEquivalenceKey = key };
        foreach (var state in new[] { test.TestState, test.FixedState })
            state.Sources.Add(UserCode.Client);

        return test;
    }
}
