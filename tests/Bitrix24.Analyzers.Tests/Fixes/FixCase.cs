using Bitrix24.Analyzers.CodeFixes.Fixes;
using Bitrix24.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>A loop before and after the fix that sends its calls in batches.</summary>
sealed class FixCase(LanguageVersion version) : FixTest<BX1001CallInLoop, BX1001CallInLoopFix>(version)
{
    /// <summary>The fix turns <paramref name="before"/> into <paramref name="after"/>.</summary>
    public static Task Fixes(string before, string after, params string[] others) => Fixes(LanguageVersion.CSharp12, before, after, others);

    public static Task Fixes(LanguageVersion version, string before, string after, params string[] others)
    {
        var test = new FixCase(version) { TestCode = before, FixedCode = after };
        foreach (var other in others)
        {
            test.TestState.Sources.Add(other);
            test.FixedState.Sources.Add(other);
        }

        return test.RunAsync();
    }

    /// <summary>Several files, as pairs of before and after. One fix after another and Fix All give the same.</summary>
    public static Task FixesAll(params (string Before, string After)[] files) => FixesAll(LanguageVersion.CSharp12, files);

    public static Task FixesAll(LanguageVersion version, params (string Before, string After)[] files)
    {
        var test = new FixCase(version) { CodeFixTestBehaviors = CodeFixTestBehaviors.None };
        if (files.Any(static f => f.After.Contains("{|", StringComparison.Ordinal)))
            test.FixedState.MarkupHandling = test.BatchFixedState.MarkupHandling = MarkupMode.Allow;
        foreach (var (before, after) in files)
        {
            test.TestState.Sources.Add(before);
            test.FixedState.Sources.Add(after);
        }

        return test.RunAsync();
    }

    /// <summary>The code refers to another project; <paramref name="after"/> is the same code where there is no fix.</summary>
    public static Task NextToProject(string project, string before, string after, params string[] others)
    {
        var test = new FixCase(LanguageVersion.CSharp12) { TestCode = before, FixedCode = after };
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            foreach (var other in others)
                state.Sources.Add(other);
            var refers = new ProjectState("Core", LanguageNames.CSharp, "/Core/", "cs") { Sources = { project }, DocumentationMode = DocumentationMode.Parse };
            refers.AdditionalReferences.AddRange(Net);
            state.AdditionalProjects.Add("Core", refers);
            state.AdditionalProjectReferences.Add("Core");
        }

        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync();
    }

    /// <summary>There is a diagnostic and no fix.</summary>
    public static Task Stays(string code, params string[] others) => Stays(LanguageVersion.CSharp12, code, others);

    public static Task Stays(LanguageVersion version, string code, params string[] others)
    {
        var test = new FixCase(version) { TestCode = code, FixedCode = code };
        foreach (var other in others)
        {
            test.TestState.Sources.Add(other);
            test.FixedState.Sources.Add(other);
        }

        test.FixedState.MarkupHandling = MarkupMode.Allow;
        return test.RunAsync();
    }
}
