using Bitrix24.Analyzers.Batch;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Batch.Tests;

public class GeneratorTests
{
    const string Mention = "class A { object B() => Bitrix24Batch.Command(\"profile\"); }";

    const string Usage = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        class Usage
        {
            Task<string> CallAsync(string method, object body) { return Task.FromResult(method); }
            Task<T> CallAsync<T>(string method, object body) { return Task.FromResult(default(T)!); }
            string Call(string method, Dictionary<string, string> body) { return method; }
            Task TellAsync(string method, object body) { return Task.CompletedTask; }
            void Tell(string method, string body) { }

            async Task Run(IEnumerable<int> deals, object fields)
            {
                await Bitrix24Batch.SendAsync(
                    deals.Select(deal => Bitrix24Batch.Command("crm.deal.update", new { id = deal, fields })),
                    (string method, object body) => CallAsync(method, body));
                await Bitrix24Batch.SendAsync(
                    deals.Select(deal => Bitrix24Batch.Command("crm.deal.update", new { id = deal, fields })),
                    (string method, object body) => CallAsync(method, body), halt: false);
                await Bitrix24Batch.SendAsync(
                    deals.Select(deal => Bitrix24Batch.Command("crm.deal.update", new { id = deal, fields })),
                    (string method, object body) => TellAsync(method, body));
                Bitrix24Batch.Send(
                    deals.Select(deal => Bitrix24Batch.Command("crm.deal.update", "id=" + deal)),
                    (string method, string body) => Tell(method, body));
                Bitrix24Batch.Send(
                    deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new Dictionary<string, string>())),
                    (string method, Dictionary<string, string> body) => Call(method, body));

                var batch = Bitrix24Batch.Create(
                    deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new { id = deal })),
                    (string method, object body) => CallAsync(method, body));
                foreach (var deal in deals)
                {
                    var answer = await batch.NextAsync();
                    Console.WriteLine(answer.Length);
                }

                var sync = Bitrix24Batch.Create(
                    deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new Dictionary<string, string>())),
                    (string method, Dictionary<string, string> body) => Call(method, body), false, parameters => "{}");
                string text = sync.Next();

                var typed = Bitrix24Batch.Create(
                    deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", new { id = deal })),
                    (string method, object body) => CallAsync<Uri>(method, body),
                    (object body) => CallAsync("batch", body),
                    read => new Uri(read));
                Uri address = await typed.NextAsync();
            }
        }
        """;

    static readonly string[] Core =
    [
        "Bitrix24Batch.AnswerText.g.cs", "Bitrix24Batch.AsyncBatch.g.cs", "Bitrix24Batch.AsyncCollector.g.cs", "Bitrix24Batch.BatchAnswer.g.cs",
        "Bitrix24Batch.BatchBody.g.cs", "Bitrix24Batch.BatchReply.g.cs",
        "Bitrix24Batch.Chunk.g.cs", "Bitrix24Batch.CommandQueue.g.cs", "Bitrix24Batch.CommandText.g.cs", "Bitrix24Batch.DeclaredType.g.cs", "Bitrix24Batch.Documents.g.cs",
        "Bitrix24Batch.Json.g.cs", "Bitrix24Batch.JsonScanner.g.cs", "Bitrix24Batch.Members.g.cs", "Bitrix24Batch.Properties.g.cs",
        "Bitrix24Batch.Query.g.cs", "Bitrix24Batch.Scalar.g.cs", "Bitrix24Batch.SyncBatch.g.cs", "Bitrix24Batch.SyncCollector.g.cs", "Bitrix24Batch.Turn.g.cs",
        "Bitrix24Batch.g.cs", "Bitrix24BatchException.g.cs", "Bitrix24Command.g.cs",
    ];

    static readonly string[] AllParts = ["Http", "Newtonsoft", "SystemTextJson", "SystemTextJsonNodes"];

    public static TheoryData<string, LanguageVersion, string[], string[]> Projects => new()
    {
        { ".NET Framework", LanguageVersion.CSharp7_3, Compilations.NetFramework, [] },
        { ".NET Framework with HttpClient", LanguageVersion.CSharp7_3, Compilations.NetFrameworkHttp, ["Http"] },
        { ".NET Standard", LanguageVersion.CSharp7_3, Compilations.NetStandard, ["Http"] },
        { ".NET Standard with Newtonsoft.Json", LanguageVersion.CSharp7_3, [.. Compilations.NetStandard, .. Compilations.Newtonsoft], ["Http", "Newtonsoft"] },
        { ".NET in old C#", LanguageVersion.CSharp7_3, [.. Compilations.Net, .. Compilations.Newtonsoft], AllParts },
        { ".NET", LanguageVersion.Latest, Compilations.Net, ["Http", "SystemTextJson", "SystemTextJsonNodes"] },
        { ".NET with Newtonsoft.Json", LanguageVersion.Latest, [.. Compilations.Net, .. Compilations.Newtonsoft], AllParts },
    };

    [Theory]
    [MemberData(nameof(Projects))]
    public void CompilesWithoutWarnings(string project, LanguageVersion version, string[] references, string[] parts)
    {
        var usage = version == LanguageVersion.CSharp7_3 ? Usage.Replace("default(T)!", "default(T)") : Usage;

        var (driver, compilation) = Run(Compilations.Create(references, version, usage), version);

        AssertClean(compilation, project);
        Assert.Equal(
            Core.Concat(parts.Select(part => $"Bitrix24Batch.{part}.g.cs")).Order(StringComparer.Ordinal),
            Compilations.Generated(driver).Order(StringComparer.Ordinal));
    }

    const string ChangesUsage = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        class Usage
        {
            Task<string> CallAsync(string method, object body) { return Task.FromResult(method); }
            string Call(string method, Dictionary<string, string> body) { return method; }

            async Task Run()
            {
                var since = Bitrix24Changes.Since("DATE_MODIFY", "ID");
                var deals = Bitrix24Changes.Offline((string method, object body) => CallAsync(method, body), "ID", "OnCrmDealAdd", "OnCrmDealUpdate");
                foreach (var changed in await deals.NextAsync())
                    await CallAsync("crm.deal.list?" + changed.Query, new { filter = new Dictionary<string, object> { ["STAGE_ID"] = "NEW", [changed.Name] = changed.Value }, other = changed.Filter });
                await deals.ConfirmAsync();
                var leads = Bitrix24Changes.Offline((string method, Dictionary<string, string> body) => Call(method, body), "ID", "OnCrmLeadAdd");
                foreach (var changed in leads.Next())
                    Call("crm.lead.list", changed.Into(new Dictionary<string, string>()));
                leads.Confirm();
            }
        }
        """;

    static readonly string[] ChangesCore =
    [
        "Bitrix24Changed.g.cs", "Bitrix24Changes.Arrivals.g.cs", "Bitrix24Changes.ChangeSource.g.cs", "Bitrix24Changes.Conditions.g.cs", "Bitrix24Changes.EventCalls.g.cs", "Bitrix24Changes.EventData.g.cs",
        "Bitrix24Changes.OfflineQueue.g.cs", "Bitrix24Changes.OfflineSource.g.cs", "Bitrix24Changes.Reserved.g.cs", "Bitrix24Changes.Round.g.cs", "Bitrix24Changes.SinceSource.g.cs", "Bitrix24Changes.g.cs",
    ];

    static readonly string[] Endpoint = ["Bitrix24Changes.Endpoint.g.cs", "Bitrix24Changes.Inbox.g.cs", "Bitrix24Changes.Online.g.cs", "Bitrix24Changes.OnlineSource.g.cs", "Bitrix24Changes.Receiver.g.cs"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void ChangesCompileWithoutWarnings(string project, LanguageVersion version, string[] references, string[] parts)
    {
        var (driver, compilation) = Run(Compilations.Create(references, version, ChangesUsage), version);

        AssertClean(compilation, project);
        Assert.Equal(
            Core.Concat(ChangesCore).Concat(parts.Select(part => $"Bitrix24Batch.{part}.g.cs")).Order(StringComparer.Ordinal),
            Compilations.Generated(driver).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.Latest)]
    public void TheEndpointComesWithAspNetCore(LanguageVersion version)
    {
        const string Program = """
            using Microsoft.AspNetCore.Builder;

            static class Program
            {
                static void Configure(WebApplication app)
                {
                    app.MapBitrix24Events("/bitrix24/events", app.Configuration["Bitrix24:ApplicationToken"]);
                    Bitrix24Changes.Online("DATE_MODIFY", "ID", "OnCrmDealAdd");
                }
            }
            """;
        var (driver, compilation) = Run(Compilations.Create(Compilations.Web, version, Program), version);

        AssertClean(compilation);
        Assert.Equal(Endpoint, Endpoint.Intersect(Compilations.Generated(driver)));
    }

    [Fact]
    public void AnEndpointAloneBringsWhatItNeeds()
    {
        const string Program = "static class Program { static void Configure(Microsoft.AspNetCore.Builder.WebApplication app) => app.MapBitrix24Events(\"/events\", \"\"); }";
        var (driver, compilation) = Run(Compilations.Create(Compilations.Web, LanguageVersion.Latest, Program), LanguageVersion.Latest);

        AssertClean(compilation);
        Assert.Equal(Endpoint, Endpoint.Intersect(Compilations.Generated(driver)));
    }

    [Fact]
    public void AChangesClassOfOnesOwnStays()
    {
        const string Own = "class Bitrix24Changes { public static object Since() => 1; } class A { object B() => Bitrix24Changes.Since(); object C() => Bitrix24Batch.Command(\"profile\"); }";
        var (driver, compilation) = Run(Compilations.Create(Compilations.Net, LanguageVersion.Latest, Own), LanguageVersion.Latest);

        AssertClean(compilation);
        Assert.Contains("Bitrix24Batch.g.cs", Compilations.Generated(driver));
        Assert.DoesNotContain(Compilations.Generated(driver), static name => name.StartsWith("Bitrix24Change", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("class A { object B() => Bitrix24Batch.Command(\"profile\"); }", true, false)]
    [InlineData("class A { object B() => Bitrix24Changes.Since(\"DATE_MODIFY\", \"ID\"); }", true, true)]
    [InlineData("class A { object B() => Bitrix24Changed(); object Bitrix24Changed() => \"Bitrix24Changes Bitrix24Batch MapBitrix24Events\"; }", false, false)]
    public void WhatIsMentionedDecidesWhatIsAdded(string source, bool batch, bool changes)
    {
        var (driver, compilation) = Run(Compilations.Create(Compilations.Net, LanguageVersion.Latest, source), LanguageVersion.Latest);

        AssertClean(compilation);
        var added = Compilations.Generated(driver);
        Assert.Equal((batch, changes), (added.Contains("Bitrix24Batch.g.cs"), added.Contains("Bitrix24Changes.g.cs")));
    }

    [Theory]
    [InlineData("namespace Mine { class Task { } class Func { } class Json { } class Chunk { } namespace System { } } namespace Bitrix24 { namespace System { } class Json { } }")]
    [InlineData("class Task { } class Func<T> { } class Json { } class Chunk { } class Turn { } class Queue<T> { } class List<T> { } class IEnumerable<T> { }")]
    [InlineData("static class Extensions { public static string Select<T>(this T value, object other) => \"\"; public static int ToList<T>(this T value) => 1; }")]
    public void UsersNamesDoNotMatter(string names)
    {
        var (_, compilation) = Run(Compilations.Create(Compilations.Net, LanguageVersion.Latest, Mention, names), LanguageVersion.Latest);

        AssertClean(compilation);
    }

    [Fact]
    public void UsersGlobalUsingsDoNotMatter()
    {
        const string Usings = """
            global using System; global using System.Xml; global using System.Threading; global using System.Timers; global using System.Text.Json;
            global using System.Linq.Expressions; global using System.Reflection.Metadata; global using Newtonsoft.Json;
            """;
        string[] references = [.. Compilations.Net, .. Compilations.Newtonsoft];

        var (_, compilation) = Run(Compilations.Create(references, LanguageVersion.Latest, Mention, Usings), LanguageVersion.Latest);

        AssertClean(compilation);
    }

    [Theory]
    [InlineData("class A { object B() => @Bitrix24Batch.Command(\"profile\"); }")]
    [InlineData("class A { object B() => global::Bitrix24Batch.Command(\"profile\"); }")]
    public void AddsWhatIsMentioned(string source)
    {
        var (driver, compilation) = Run(Compilations.Create(Compilations.Net, LanguageVersion.Latest, source), LanguageVersion.Latest);

        Assert.NotEmpty(Compilations.Generated(driver));
        AssertClean(compilation);
    }

    /// <summary>Long texts are searched in blocks.</summary>
    [Fact]
    public void AddsWhatIsMentionedFarBelow()
    {
        for (var before = 16_384 - "Bitrix24Batch".Length; before <= 16_384; before++)
        {
            var far = "class A { object B() => ".PadLeft(before);
            var names = new[] { "Bitrix24Batch", "Bitrix24Bat" }.Select(name => Compilations.Create(Compilations.Net, LanguageVersion.Latest, far + name + ".Command(null); }"));

            Assert.Equal([true, false], names.Select(compilation => Compilations.Generated(Compilations.Driver(LanguageVersion.Latest).RunGenerators(compilation)).Length > 0));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("class A { }")]
    [InlineData("class A { string B => \"Bitrix24Batch\"; /* Bitrix24Batch */ }")]
    [InlineData("class A { object B => Bitrix24BatchSize; const int Bitrix24BatchSize = 50; }")]
    [InlineData("class Bitrix24Batch { public static object Command(string method) => method; } class A { object B() => Bitrix24Batch.Command(\"profile\"); }")]
    public void AddsNothing(string source)
    {
        var (driver, compilation) = Run(Compilations.Create(Compilations.Net, LanguageVersion.Latest, source), LanguageVersion.Latest);

        Assert.Empty(Compilations.Generated(driver));
        AssertClean(compilation);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"User\")]", false)]
    public void AnotherProjectsHelperIsUsedWhereItMayBe(string attribute, bool added)
    {
        var (_, other) = Run(Compilations.Create(Compilations.Net, LanguageVersion.Latest, Mention, attribute).WithAssemblyName("Other"), LanguageVersion.Latest);
        var user = Compilations.Create(Compilations.Net, LanguageVersion.Latest, Mention.Replace("class A", "class C"))
            .AddReferences(other.ToMetadataReference());

        var (driver, compilation) = Run(user, LanguageVersion.Latest);

        Assert.Equal(added, Compilations.Generated(driver).Length > 0);
        AssertClean(compilation);
    }

    [Fact]
    public void AnEditElsewhereReusesEverything()
    {
        var before = Compilations.Create(Compilations.Net, LanguageVersion.Latest, Mention, "class Other { }");
        var after = before.ReplaceSyntaxTree(
            before.SyntaxTrees[1],
            CSharpSyntaxTree.ParseText("class Other { int More => 1; }", Compilations.Parse(LanguageVersion.Latest), "1.cs"));

        var result = Compilations.Driver(LanguageVersion.Latest).RunGenerators(before).RunGenerators(after).GetRunResult().Results.Single();

        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.Unchanged], result.TrackedSteps[Bitrix24BatchGenerator.TreesStep].Select(tree => ReasonOf([tree])));
        Assert.Equal(IncrementalStepRunReason.Cached, ReasonOf(result.TrackedSteps[Bitrix24BatchGenerator.MentionedStep]));
        Assert.Equal(IncrementalStepRunReason.Unchanged, ReasonOf(result.TrackedSteps[Bitrix24BatchGenerator.TemplatesStep]));
        Assert.All(result.TrackedOutputSteps, step => Assert.Equal(IncrementalStepRunReason.Cached, ReasonOf(step.Value)));
        Assert.NotEmpty(result.GeneratedSources);
    }

    [Fact]
    public void AnotherMentionReusesTheOutputs()
    {
        var before = Compilations.Create(Compilations.Net, LanguageVersion.Latest, Mention);
        var after = before.AddSyntaxTrees(CSharpSyntaxTree.ParseText(Mention.Replace("class A", "class C"), Compilations.Parse(LanguageVersion.Latest), "1.cs"));

        var result = Compilations.Driver(LanguageVersion.Latest).RunGenerators(before).RunGenerators(after).GetRunResult().Results.Single();

        Assert.Equal(IncrementalStepRunReason.Unchanged, ReasonOf(result.TrackedSteps[Bitrix24BatchGenerator.MentionedStep]));
        Assert.All(result.TrackedOutputSteps, step => Assert.Equal(IncrementalStepRunReason.Cached, ReasonOf(step.Value)));
    }

    [Fact]
    public void AMentionOfAnotherHelperAddsItAndKeepsTheRest()
    {
        var before = Compilations.Create(Compilations.Net, LanguageVersion.Latest, Mention);
        var after = before.AddSyntaxTrees(CSharpSyntaxTree.ParseText(
            "class C { object B() => Bitrix24Changes.Since(\"DATE_MODIFY\", \"ID\"); }", Compilations.Parse(LanguageVersion.Latest), "1.cs"));
        var first = Compilations.Driver(LanguageVersion.Latest).RunGenerators(before);

        var second = first.RunGenerators(after);

        Assert.Equal(Compilations.Generated(first), Compilations.Generated(second).Where(static name => !name.StartsWith("Bitrix24Change", StringComparison.Ordinal)));
        Assert.Equal(ChangesCore, Compilations.Generated(second).Where(static name => name.StartsWith("Bitrix24Change", StringComparison.Ordinal)));
        Assert.Equal(IncrementalStepRunReason.Modified, ReasonOf(second.GetRunResult().Results.Single().TrackedSteps[Bitrix24BatchGenerator.MentionedStep]));
    }

    [Fact]
    public void ComesAndGoesWithItsMention()
    {
        var none = Compilations.Create(Compilations.Net, LanguageVersion.Latest, "class A { }");
        var driver = Compilations.Driver(LanguageVersion.Latest).RunGenerators(none);
        Assert.Empty(Compilations.Generated(driver));

        driver = driver.RunGenerators(Compilations.Create(Compilations.Net, LanguageVersion.Latest, Mention));
        Assert.NotEmpty(Compilations.Generated(driver));

        driver = driver.RunGenerators(none);
        Assert.Empty(Compilations.Generated(driver));
    }

    [Fact]
    public void EveryFileIsMarkedAsGeneratedAndShort()
    {
        var (driver, _) = Run(
            Compilations.Create(
                [.. Compilations.Web, .. Compilations.Newtonsoft], LanguageVersion.Latest, Mention, "class C { object B() => Bitrix24Changes.Since(\"DATE_MODIFY\", \"ID\"); }"),
            LanguageVersion.Latest);

        Assert.All(Endpoint, name => Assert.Contains(name, Compilations.Generated(driver)));
        Assert.All(driver.GetRunResult().GeneratedTrees, tree =>
        {
            Assert.StartsWith("// <auto-generated/>", tree.ToString());
            Assert.InRange(tree.GetText().Lines.Count, 1, 250);
        });
    }

    static void AssertClean(Compilation compilation, string project = "") => Assert.Empty(compilation.GetDiagnostics()
        .Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info)
        .Select(diagnostic => $"{project}: {diagnostic}"));

    static (GeneratorDriver Driver, CSharpCompilation Compilation) Run(CSharpCompilation compilation, LanguageVersion version)
    {
        var driver = Compilations.Driver(version).RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        Assert.Empty(diagnostics);
        return (driver, (CSharpCompilation)updated);
    }

    static IncrementalStepRunReason ReasonOf(IEnumerable<IncrementalGeneratorRunStep> steps) =>
        steps.SelectMany(step => step.Outputs).Select(output => output.Reason).Distinct().Single();
}
