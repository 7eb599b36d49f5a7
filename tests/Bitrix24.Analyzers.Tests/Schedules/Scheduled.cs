using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Schedules;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>The entry points of a user's code as text, a line each: <c>while | RunAsync | with 5 min between runs | crm.deal.list: ⌈rows.crm.deal/50⌉</c>.</summary>
static class Scheduled
{
    public static void AreExactly(this Scenario scenario, params string[] expected)
    {
        var compilation = scenario.Compile();
        var model = RestModel.Of(compilation, WrapperList.Empty);
        var lines = compilation.SyntaxTrees.SelectMany(tree => new EntryPointReader(model, model.SemanticModelOf(tree)!, CancellationToken.None).EntryPoints()).Select(entry => Line(entry, model));
        Assert.Equal(string.Join(Environment.NewLine, expected), string.Join(Environment.NewLine, lines));
    }

    static string Line(EntryPoint entry, RestModel model)
    {
        var effects = new RunReader(model, CancellationToken.None).Read(entry.Runs);
        var counts = new RunCount(effects);
        var calls = effects.Select(e => (e.Conditional ? "up to " : "") + $"{e.Rest!.Name}: {counts.Of(e)}").Distinct(StringComparer.Ordinal);
        var place = entry.Place.SourceTree!.ToString().Substring(entry.Place.SourceSpan.Start, entry.Place.SourceSpan.Length);
        return $"{place} | {entry.Name} | {(entry.IsDefault ? "by default " : "")}{entry.Schedule} | {string.Join(", ", calls)}";
    }
}
