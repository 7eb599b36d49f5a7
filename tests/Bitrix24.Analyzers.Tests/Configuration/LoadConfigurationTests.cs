using System.Reflection;
using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Tests.Verify;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.Tests.Configuration;

/// <summary>The keys of <c>.editorconfig</c>, and the table of what was measured.</summary>
public sealed class LoadConfigurationTests
{
    static readonly RequestCount Formula = RequestCount.Size("rows.crm.deal") + RequestCount.Size("orders") + RequestCount.Size("rows.crm.activity");

    static LoadSettings Settings(string lines) => new LoadConfiguration(Options.Of(lines), LoadTable.Empty).For(Formula);

    static IEnumerable<string> Sizes(LoadSettings settings) => settings.Sizes.OrderBy(static s => s.Key, StringComparer.Ordinal).Select(static s => $"{s.Key} {s.Value.Value} {s.Value.Provenance}");

    [Fact]
    public void NothingIsConfigured()
    {
        var settings = Settings("");
        Assert.Equal(LoadSettings.Default with { Sizes = settings.Sizes, MethodSeconds = settings.MethodSeconds }, settings);
        Assert.Empty(settings.Sizes);
        Assert.Empty(settings.MethodSeconds);
    }

    [Theory]
    [InlineData("bitrix24.plan = standard", 50, 2)]
    [InlineData("bitrix24.plan = Enterprise", 250, 5)]
    [InlineData("bitrix24.plan = self_hosted", 50, 2)]
    [InlineData("bitrix24.plan = self_hosted\nbitrix24.bucket_threshold = 100\nbitrix24.bucket_drain = 2.5", 100, 2.5)]
    [InlineData("bitrix24.plan = standard\nbitrix24.bucket_drain = 10", 50, 2)]
    public void APlanIsConfigured(string lines, double threshold, double drain)
    {
        var plan = Settings(lines).Plan;
        Assert.Equal((threshold, drain, Provenance.Configured), (plan.Value.Threshold, plan.Value.Drain, plan.Provenance));
    }

    [Fact]
    public void FiguresAreConfigured()
    {
        var settings = Settings("""
            bitrix24.request_latency_ms = 350
            bitrix24.operating_limit_seconds = 420
            bitrix24.operating_scope = application
            bitrix24.web_requests_per_minute = 90
            """);
        Assert.Equal(new Sourced<double>(0.35, Provenance.Configured), settings.LatencySeconds);
        Assert.Equal(new Sourced<double?>(420, Provenance.Configured), settings.OperatingLimitSeconds);
        Assert.Equal(new Sourced<OperatingScope>(OperatingScope.Application, Provenance.Configured), settings.OperatingScope);
        Assert.Equal(new Sourced<double>(90, Provenance.Configured), settings.WebRequestsPerMinute);
    }

    [Fact]
    public void TheOperatingLimitCanBeOff() => Assert.Equal(new Sourced<double?>(null, Provenance.Configured), Settings("bitrix24.operating_limit_seconds = off").OperatingLimitSeconds);

    [Theory]
    [InlineData("bitrix24.rows.crm.deal = 1200\nbitrix24.elements.Orders = 40", "orders 40 Configured", "rows.crm.deal 1200 Configured")]
    [InlineData("bitrix24.portal_size = small", "rows.crm.activity 5000 Configured", "rows.crm.deal 1000 Configured")]
    [InlineData("bitrix24.portal_size = large\nbitrix24.rows.crm.deal = 7", "rows.crm.activity 2000000 Configured", "rows.crm.deal 7 Configured")]
    public void SizesAreConfigured(string lines, params string[] expected) => Assert.Equal(expected, Sizes(Settings(lines)));

    [Theory]
    [InlineData("bitrix24.plan = gold", "bitrix24.plan: it must be standard, enterprise or self_hosted")]
    [InlineData("bitrix24.portal_size = huge", "bitrix24.portal_size: it must be small, medium or large")]
    [InlineData("bitrix24.operating_scope = user", "bitrix24.operating_scope: it must be portal or application")]
    [InlineData("bitrix24.request_latency_ms = 0", "bitrix24.request_latency_ms: it must be a number above zero, at most 1,000,000")]
    [InlineData("bitrix24.request_latency_ms = -5", "bitrix24.request_latency_ms: it must be a number above zero, at most 1,000,000")]
    [InlineData("bitrix24.bucket_drain = 2,5", "bitrix24.bucket_drain: it must be a number above zero, at most 1,000,000")]
    [InlineData("bitrix24.operating_limit_seconds = none", "bitrix24.operating_limit_seconds: it must be a number above zero, at most 1,000,000 or 'off'")]
    [InlineData("bitrix24.web_requests_per_minute = many", "bitrix24.web_requests_per_minute: it must be a number above zero, at most 1,000,000")]
    [InlineData("bitrix24.web_requests_per_minute = 1000000000000", "bitrix24.web_requests_per_minute: it must be a number above zero, at most 1,000,000")]
    [InlineData("bitrix24.rows.crm.deal = 1.5", "bitrix24.rows.crm.deal: it must be a whole number, zero or more")]
    [InlineData("bitrix24.elements.orders = -1", "bitrix24.elements.orders: it must be a whole number, zero or more")]
    [InlineData("bitrix24.auth = token", "bitrix24.auth: it must be webhook or oauth")]
    [InlineData("bitrix24.polling_fix = events", "bitrix24.polling_fix: it must be offline, online or changed_since")]
    [InlineData("bitrix24.latency = 5", "bitrix24.latency: there is no such key")]
    public void AValueThatCannotBeReadIsNamed(string lines, string expected)
    {
        Assert.Equal([expected], LoadConfiguration.UnreadableIn(Options.Of(lines)).Select(static u => $"{u.Key}: {u.Reason}"));
        Assert.Equal(Settings("") with { Sizes = LoadSettings.Default.Sizes, MethodSeconds = LoadSettings.Default.MethodSeconds }, Settings(lines) with { Sizes = LoadSettings.Default.Sizes, MethodSeconds = LoadSettings.Default.MethodSeconds });
    }

    [Theory]
    [InlineData("dotnet_diagnostic.BX1001.severity = error")]
    [InlineData("bitrix24.plan = standard\nbitrix24.rows.crm.deal = 0\nbitrix24.elements.orders = 5")]
    [InlineData("bitrix24.auth = OAuth\nbitrix24.polling_fix = changed_since")]
    public void WhatCanBeReadIsNotNamed(string lines) => Assert.Empty(LoadConfiguration.UnreadableIn(Options.Of(lines)));

    [Fact]
    public void WhatWasMeasuredStandsBehindWhatIsConfigured()
    {
        var table = LoadTable.Read([new AdditionalFile("/app/Bitrix24.Load.tsv", "method\toperating\trows\n# of March\ncrm.activity.list\t0.31\t120000\ncrm.deal.list\t\t900\nCRM.Deal.Update\t0.2\n")], CancellationToken.None);
        var settings = new LoadConfiguration(Options.Of("bitrix24.portal_size = large\nbitrix24.rows.crm.deal = 7"), table).For(Formula);
        Assert.Equal(["rows.crm.activity 120000 Measured", "rows.crm.deal 7 Configured"], Sizes(settings));
        Assert.Equal(["crm.activity.list 0.31 Measured", "crm.deal.update 0.2 Measured"], settings.MethodSeconds.OrderBy(static m => m.Key, StringComparer.Ordinal).Select(static m => FormattableString.Invariant($"{m.Key} {m.Value.Value} {m.Value.Provenance}")));
    }

    [Theory]
    [InlineData("crm.deals.list\t1\t1", "it must begin with a REST method")]
    [InlineData("crm.deal.list\tslow", "the second column must be the operating seconds of one call")]
    [InlineData("crm.deal.list\t-1", "the second column must be the operating seconds of one call")]
    [InlineData("crm.deal.list\t1\t1.5", "the third column must be a number of rows")]
    [InlineData("crm.deal.list", "it must be a REST method, its operating seconds and the rows of its list, with tabs between")]
    [InlineData("crm.deal.list\t\t", "it must be a REST method, its operating seconds and the rows of its list, with tabs between")]
    [InlineData("crm.deal.list\t1\t1\t1", "it must be a REST method, its operating seconds and the rows of its list, with tabs between")]
    public void ALineThatCannotBeReadIsNamed(string line, string reason)
    {
        var (lines, unreadable) = LoadTable.Read(SourceText.From("crm.lead.list\t1\n" + line));
        Assert.Equal(["crm.lead.list"], lines.Select(static l => l.Method.Name));
        Assert.Equal([(1, reason)], unreadable.Select(static u => (u.Line.LineNumber, u.Reason)));
    }

    [Fact]
    public void EveryKeyHasALineInTheDocumentation()
    {
        var keys = typeof(LoadKeys).GetFields(BindingFlags.Public | BindingFlags.Static).Where(static f => f.Name != nameof(LoadKeys.Prefix)).Select(static f => (string)f.GetRawConstantValue()!).Order(StringComparer.Ordinal).ToList();
        var documented = File.ReadLines(Path.Combine(Repository.Root, "docs/configuration.md")).Where(static line => line.StartsWith("| `bitrix24.", StringComparison.Ordinal))
            .Select(static line => line.Split('`')[1].Split('<')[0]).Order(StringComparer.Ordinal);
        Assert.Equal(keys, documented);
    }

    [Fact]
    public void EveryPortalSizeHasALineInTheDocumentation()
    {
        var sizes = File.ReadLines(Path.Combine(Repository.Root, "src/Bitrix24.Analyzers/Configuration/PortalSizes.tsv")).Skip(1).Select(static line => string.Join(" ", line.Split('\t'))).Order(StringComparer.Ordinal);
        var documented = File.ReadLines(Path.Combine(Repository.Root, "docs/configuration.md")).SkipWhile(static line => line != "### Portal sizes").Where(static line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2)
            .TakeWhile(static line => line.StartsWith("| ", StringComparison.Ordinal)).Select(static line => string.Join(" ", line.Trim('|').Replace(",", "").Replace("`", "").Replace("any other", "").Split('|', StringSplitOptions.TrimEntries))).Order(StringComparer.Ordinal);
        Assert.Equal(sizes, documented);
    }
}
