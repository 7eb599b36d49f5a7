using Bitrix24.Analyzers.CodeFixes.Fixes;
using Bitrix24.Analyzers.Rules;
using Bitrix24.Analyzers.Tests.Fixes;
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

    /// <summary>There is a diagnostic and no fix of any kind.</summary>
    public static async Task Stays(string code)
    {
        foreach (var key in (string[])[ChangedSince, Offline, Online])
        {
            var test = Of(key, code, code);
            test.FixedState.MarkupHandling = MarkupMode.Allow;
            await test.RunAsync();
        }
    }

    static PollCase Of(string key, string before, string after)
    {
        var test = new PollCase(LanguageVersion.CSharp12) { TestCode = before, FixedCode = after, CodeActionEquivalenceKey = key };
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            state.Sources.Add(UserCode.Client);
            state.Sources.Add(Stub);
        }

        return test;
    }

    const string Stub = """
        #nullable enable
        using System.Collections.Generic;
        using System.Threading.Tasks;

        internal sealed class Bitrix24Changes
        {
            public static Bitrix24Changes Since(string changed, string id) => new();
            public static Bitrix24Changes Offline<TBody, TAnswer>(System.Func<string, TBody, Task<TAnswer>> call, string id, params string[] events) => new();
            public static Bitrix24Changes Offline<TBody, TAnswer>(System.Func<string, TBody, TAnswer> call, string id, params string[] events) => new();
            public static Bitrix24Changes Online(string changed, string id, params string[] events) => new();
            public Task<IReadOnlyList<Bitrix24Changed>> NextAsync() => null!;
            public IReadOnlyList<Bitrix24Changed> Next() => null!;
            public Task ConfirmAsync() => null!;
            public void Confirm() { }
        }

        internal sealed class Bitrix24Changed
        {
            public string Name => "";
            public object Value => "";
            public Dictionary<string, object> Filter => new();
            public string Query => "";
            public Dictionary<string, string> Into(Dictionary<string, string> form) => form;
        }
        """;
}
