using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Bitrix24.Analyzers;
using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Schedules;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>What the analyzer says of a program as it is written.</summary>
static class Estimated
{
    /// <summary>The entry points that the analyzer finds, or, with a schedule from elsewhere, <c>Program.RunAsync</c>.</summary>
    public static IReadOnlyList<ScheduledRun> Runs(Compilation compilation, Schedule? schedule)
    {
        var model = RestModel.Of(compilation, WrapperList.Empty);
        if (schedule is null)
            return [.. compilation.SyntaxTrees.SelectMany(t => model.RunsOf(model.SemanticModelOf(t)!, occasional: true, CancellationToken.None))];
        var method = compilation.GetTypeByMetadataName("Program")!.GetMembers("RunAsync").OfType<IMethodSymbol>().Single();
        var code = new RunCode(method);
        return [new ScheduledRun(new EntryPoint(method.Locations[0], method.Name, code, schedule), new RunReader(model, CancellationToken.None).Read(code, isOnly: schedule is OnceSchedule))];
    }

    /// <summary>The configuration that a user writes who knows the portal and has measured it.</summary>
    public static LoadConfiguration Configuration(IEnumerable<(string Key, string Value)> keys, IReadOnlyDictionary<string, double> operatingSeconds) => new(
        new Options(keys.ToDictionary(static k => "bitrix24." + k.Key, static k => k.Value, StringComparer.OrdinalIgnoreCase)),
        LoadTable.Read([new Table(string.Join("\n", operatingSeconds.Select(static m => string.Create(CultureInfo.InvariantCulture, $"{m.Key}\t{m.Value:0.#########}"))))], CancellationToken.None));

    sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }

    sealed class Table(string text) : AdditionalText
    {
        public override string Path => LoadTable.FileName;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
