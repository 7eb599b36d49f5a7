using System.Collections.Immutable;
using System.Text;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.Batch;

/// <summary>Adds <c>Bitrix24Batch</c>, which the code fixes call, to a compilation that mentions it and does not have it.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class Bitrix24BatchGenerator : IIncrementalGenerator
{
    internal const string TreesStep = "Trees";
    internal const string MentionedStep = "Mentioned";
    internal const string TemplatesStep = "Templates";

    const string Helper = "Bitrix24Batch";

    /// <summary>Templates that are of use, and compile, only next to the type that they handle.</summary>
    static readonly ImmutableDictionary<string, string> TypeOfTemplate = ImmutableDictionary<string, string>.Empty
        .Add("Bitrix24Batch.Http.cs", "System.Net.Http.HttpResponseMessage")
        .Add("Bitrix24Batch.Newtonsoft.cs", "Newtonsoft.Json.Linq.JToken")
        .Add("Bitrix24Batch.SystemTextJson.cs", "System.Text.Json.JsonElement")
        .Add("Bitrix24Batch.SystemTextJsonNodes.cs", "System.Text.Json.Nodes.JsonNode");

    static readonly ImmutableArray<string> Templates = typeof(Bitrix24BatchGenerator).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Helper, StringComparison.Ordinal) || name == "Bitrix24Command.cs")
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToImmutableArray();

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // A syntax provider would visit every node of every tree; only a few trees have the letters of the name.
        var mentioned = context.CompilationProvider
            .SelectMany((compilation, _) => compilation.SyntaxTrees)
            .Select(Mentions)
            .WithTrackingName(TreesStep)
            .Collect()
            .Select((mentions, _) => mentions.Contains(true))
            .WithTrackingName(MentionedStep);

        // Joined, so that steps compare as text.
        var templates = mentioned
            .Combine(context.CompilationProvider)
            .Select((pair, _) => pair.Left ? string.Join("\n", TemplatesFor(pair.Right)) : "")
            .WithTrackingName(TemplatesStep);

        context.RegisterSourceOutput(templates, (output, names) =>
        {
            foreach (var name in names.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
                output.AddSource(Path.ChangeExtension(name, ".g.cs"), TextOf(name));
        });
    }

    /// <summary>Whether a tree uses the name, spelt without Unicode escapes.</summary>
    static bool Mentions(SyntaxTree tree, CancellationToken cancellation) =>
        TextBlocks.Any(tree.GetText(cancellation), static (text, _, _) => text.IndexOf(Helper.AsSpan()) >= 0)
        && tree.GetRoot(cancellation).DescendantNodes().Any(static node => node is IdentifierNameSyntax { Identifier.ValueText: Helper });

    static IEnumerable<string> TemplatesFor(Compilation compilation) => Sees(compilation, Helper)
        ? []
        : Templates.Where(name => !TypeOfTemplate.TryGetValue(name, out var type) || Sees(compilation, type));

    /// <summary>Whether source code can use the type by its name: a single assembly has it and lets it be used.</summary>
    static bool Sees(Compilation compilation, string type) =>
        compilation.GetTypesByMetadataName(type).Count(found => compilation.IsSymbolAccessibleWithin(found, compilation.Assembly)) == 1;

    static SourceText TextOf(string template)
    {
        using var stream = typeof(Bitrix24BatchGenerator).Assembly.GetManifestResourceStream(template)!;
        return SourceText.From(stream, Encoding.UTF8);
    }
}
