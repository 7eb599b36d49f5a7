using System.Globalization;
using System.Text.RegularExpressions;
using Bitrix24.Analyzers.Rules;
using Bitrix24.Analyzers.Tests.Verify;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Tests.Rules;

/// <summary>A rule has one name in its file, its page, its tests and its release line.</summary>
public sealed partial class RuleCatalogueTests
{
    static readonly Type[] Rules = [.. AnalyzerRun.Rules.Select(static r => r.GetType())];

    public static TheoryData<string> Names => [.. Rules.Select(static r => r.Name)];

    public static TheoryData<string> RuleFiles => [.. Files("src/Bitrix24.Analyzers/Rules", "*.cs")];

    static IEnumerable<string> Files(string folder, string pattern) => Directory.Exists(Path.Combine(Repository.Root, folder))
        ? Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern).Select(static f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)
        : [];

    static DiagnosticAnalyzer Rule(string name) => (DiagnosticAnalyzer)Activator.CreateInstance(Rules.Single(r => r.Name == name))!;

    static string IdOf(string name) => name[..6];

    [Fact]
    public void ThereAreRules() => Assert.Contains("BX1001CallInLoop", Rules.Select(static r => r.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void ARuleIsNamedByItsId(string name)
    {
        Assert.Matches(RuleName(), name);
        var descriptor = Assert.Single(Rule(name).SupportedDiagnostics);
        Assert.Equal(IdOf(name), descriptor.Id);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ARuleHasAFileOfItsOwn(string name) => Assert.True(File.Exists(Path.Combine(Repository.Root, "src/Bitrix24.Analyzers/Rules", name + ".cs")));

    [Theory]
    [MemberData(nameof(RuleFiles))]
    public void AFileAmongTheRulesHoldsARule(string file) => Assert.Contains(file, Rules.Select(static r => r.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void ARuleHasAPage(string name) => Assert.True(File.Exists(Path.Combine(Repository.Root, "docs/rules", IdOf(name) + ".md")), $"docs/rules/{IdOf(name)}.md is missing.");

    [Fact]
    public void APageHasARule() => Assert.All(Files("docs/rules", "*.md"), static page => Assert.Contains(page, Rules.Select(static r => IdOf(r.Name))));

    [Theory]
    [MemberData(nameof(Names))]
    public void ARuleHasATestClass(string name)
    {
        var tests = typeof(RuleCatalogueTests).Assembly.GetTypes().Single(t => t.Name == name + "Tests");
        Assert.Contains(tests.GetMethods(), static m => m.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0);
    }

    [Fact]
    public void ATestClassThatIsNamedLikeARuleHasOne() => Assert.All(
        typeof(RuleCatalogueTests).Assembly.GetTypes().Where(static t => t.Namespace == typeof(RuleCatalogueTests).Namespace && RuleName().IsMatch(t.Name)).Select(static t => t.Name),
        static test => Assert.Contains(test, Rules.Select(static r => r.Name + "Tests")));

    [Theory]
    [MemberData(nameof(Names))]
    public void ARuleHasALineInTheReleases(string name)
    {
        var descriptor = Rule(name).SupportedDiagnostics[0];
        var severity = descriptor.DefaultSeverity.ToString();
        var lines = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Bitrix24.Analyzers"), "AnalyzerReleases.*.md").SelectMany(File.ReadLines)
            .Where(line => line.StartsWith(descriptor.Id + " ", StringComparison.Ordinal)).ToList();
        var cells = Assert.Single(lines).Split('|', StringSplitOptions.TrimEntries);
        Assert.Equal([descriptor.Id, descriptor.Category, severity], cells[..3]);
        Assert.NotEmpty(cells[3]);
    }

    [Fact]
    public void AReleaseLineHasARule() => Assert.All(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src/Bitrix24.Analyzers"), "AnalyzerReleases.*.md").SelectMany(File.ReadLines).Where(static line => line.StartsWith("BX", StringComparison.Ordinal)),
        static line => Assert.Contains(line[..6], Rules.Select(static r => IdOf(r.Name))));

    [Fact]
    public void IdsAreUnique()
    {
        var ids = Rules.SelectMany(static r => Rule(r.Name).SupportedDiagnostics).Select(static d => d.Id).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ADescriptorIsComplete(string name)
    {
        var descriptor = Rule(name).SupportedDiagnostics[0];
        var title = descriptor.Title.ToString(CultureInfo.InvariantCulture);
        var description = descriptor.Description.ToString(CultureInfo.InvariantCulture);
        var message = descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(title.Trim(), title);
        Assert.NotEmpty(title);
        Assert.False(title.EndsWith('.'), title);
        Assert.EndsWith(".", description, StringComparison.Ordinal);
        Assert.NotEqual(title, description.TrimEnd('.'));
        Assert.Equal(message.Trim(), message);
        Assert.DoesNotContain('\n', message);
        Assert.StartsWith("https://", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.EndsWith($"docs/rules/{descriptor.Id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.NotEqual(DiagnosticSeverity.Hidden, descriptor.DefaultSeverity);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ARuleIsForCSharp(string name)
    {
        var attribute = Assert.Single(Rules.Single(r => r.Name == name).GetCustomAttributes(typeof(DiagnosticAnalyzerAttribute), inherit: false));
        Assert.Equal([LanguageNames.CSharp], ((DiagnosticAnalyzerAttribute)attribute).Languages);
    }

    [GeneratedRegex("^BX[0-9]{4}[A-Z][A-Za-z]+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RuleName();
}
