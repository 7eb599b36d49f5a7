using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Schedules;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.Analyzers.Tests.Verify;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>The entry points of a user's code whose schedule it states, as text, a line each: <c>while | RunAsync | with 5 min between runs | crm.deal.list: ⌈rows.crm.deal/50⌉</c>.</summary>
static class Scheduled
{
    public static void AreExactly(this Scenario scenario, params string[] expected)
    {
        var compilation = scenario.Compile();
        Assert.Equal(string.Join(Environment.NewLine, expected), Lines(compilation, compilation.SyntaxTrees));

        // Whichever file is asked first.
        Assert.Equal(string.Join(Environment.NewLine, expected.Order(StringComparer.Ordinal)), Lines(compilation.Clone(), compilation.SyntaxTrees.Reverse(), static lines => lines.Order(StringComparer.Ordinal)));
    }

    public static string Lines(CSharpCompilation compilation) => Lines(compilation, compilation.SyntaxTrees);

    static string Lines(CSharpCompilation compilation, IEnumerable<SyntaxTree> trees, Func<IEnumerable<string>, IEnumerable<string>>? order = null)
    {
        var model = RestModel.Of(compilation, WrapperList.Empty);
        var lines = trees.SelectMany(tree => new EntryPointReader(model, model.SemanticModelOf(tree)!, occasional: true, CancellationToken.None).EntryPoints()).Where(static entry => entry.Schedule is not null).Select(entry => Line(entry, model)).OfType<string>();
        return string.Join(Environment.NewLine, order is null ? lines : order(lines));
    }

    /// <summary>Null for an entry point that sends nothing: no rule hears of it.</summary>
    static string? Line(EntryPoint entry, RestModel model)
    {
        var effects = new RunReader(model, CancellationToken.None).Read(entry.Runs);
        if (effects.IsEmpty)
            return null;
        var counts = new RunCount(effects);
        var calls = effects.Select(e => (e.Conditional ? "up to " : "") + $"{e.Rest!.Name}: {counts.Of(e)}").Distinct(StringComparer.Ordinal);
        var place = entry.Place.SourceTree!.ToString().Substring(entry.Place.SourceSpan.Start, entry.Place.SourceSpan.Length);
        return $"{place} | {entry.Name} | {(entry.IsDefault ? "by default " : "")}{entry.Schedule} | {string.Join(", ", calls)}";
    }
}
