using System.Collections.Immutable;
using System.Text;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.Batch;

/// <summary>Adds <c>Bitrix24Batch</c> and <c>Bitrix24Changes</c>, which the code fixes call, to a compilation that mentions them and does not have them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class Bitrix24BatchGenerator : IIncrementalGenerator
{
    internal const string TreesStep = "Trees";
    internal const string MentionedStep = "Mentioned";
    internal const string TemplatesStep = "Templates";

    /// <summary>A name that brings a helper: where it is mentioned, the templates are added that begin with one of its parts.</summary>
    static readonly ImmutableArray<(string Name, ImmutableArray<string> Parts)> Helpers = ImmutableArray.Create(
        ("Bitrix24Batch", ImmutableArray.Create(Batch)),
        ("Bitrix24Changes", ImmutableArray.Create(Batch, Changes)),
        ("MapBitrix24Events", ImmutableArray.Create(Batch, Changes)));

    const string Common = "Bitrix24";
    const string Batch = "Bitrix24Batch";
    const string Changes = "Bitrix24Changes";

    /// <summary>Templates that are of use, and compile, only next to the type that they handle.</summary>
    static readonly ImmutableDictionary<string, string> TypeOfTemplate = ImmutableDictionary<string, string>.Empty
        .Add("Bitrix24Batch.Http.cs", "System.Net.Http.HttpResponseMessage")
        .Add("Bitrix24Batch.Newtonsoft.cs", "Newtonsoft.Json.Linq.JToken")
        .Add("Bitrix24Batch.SystemTextJson.cs", "System.Text.Json.JsonElement")
        .Add("Bitrix24Batch.SystemTextJsonNodes.cs", "System.Text.Json.Nodes.JsonNode")
        .Add("Bitrix24Changes.Endpoint.cs", AspNetCore)
        .Add("Bitrix24Changes.Inbox.cs", AspNetCore)
        .Add("Bitrix24Changes.Online.cs", AspNetCore)
        .Add("Bitrix24Changes.OnlineSource.cs", AspNetCore)
        .Add("Bitrix24Changes.Receiver.cs", AspNetCore);

    const string AspNetCore = "Microsoft.AspNetCore.Routing.IEndpointRouteBuilder";

    static readonly ImmutableArray<string> Templates = typeof(Bitrix24BatchGenerator).Assembly.GetManifestResourceNames()
        .Where(static name => name.EndsWith(".cs", StringComparison.Ordinal))
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
            .Select((mentions, _) => mentions.Aggregate(0, static (all, some) => all | some))
            .WithTrackingName(MentionedStep);

        // Joined, so that steps compare as text.
        var templates = mentioned
            .Combine(context.CompilationProvider)
            .Select((pair, _) => string.Join("\n", TemplatesFor(pair.Left, pair.Right)))
            .WithTrackingName(TemplatesStep);

        context.RegisterSourceOutput(templates, (output, names) =>
        {
            foreach (var name in names.Split(['\n'], StringSplitOptions.RemoveEmptyEntries))
                output.AddSource(Path.ChangeExtension(name, ".g.cs"), TextOf(name));
        });
    }

    /// <summary>The helpers whose names a tree uses, spelt without Unicode escapes: a bit for each.</summary>
    static int Mentions(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!TextBlocks.Any(tree.GetText(cancellation), static (text, _, _) => MayMention(text)))
            return 0;
        var used = new HashSet<string>(tree.GetRoot(cancellation).DescendantNodes().OfType<IdentifierNameSyntax>().Select(static name => name.Identifier.ValueText), StringComparer.Ordinal);
        return Enumerable.Range(0, Helpers.Length).Where(helper => used.Contains(Helpers[helper].Name)).Aggregate(0, static (all, helper) => all | (1 << helper));
    }

    /// <summary>All names have the same letters in them, so that a text is searched once.</summary>
    static bool MayMention(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOf(Common.AsSpan())) >= 0;)
        {
            text = text.Slice(at + Common.Length);
            if (text.StartsWith("Batch".AsSpan()) || text.StartsWith("Changes".AsSpan()) || text.StartsWith("Events".AsSpan()))
                return true;
        }

        return false;
    }

    static IEnumerable<string> TemplatesFor(int mentioned, Compilation compilation)
    {
        var parts = Helpers.Where((_, helper) => (mentioned & (1 << helper)) != 0).SelectMany(static h => h.Parts).Distinct().Where(part => !Sees(compilation, part)).ToList();
        return Templates.Where(name => parts.Contains(PartOf(name)) && (!TypeOfTemplate.TryGetValue(name, out var type) || Sees(compilation, type)));
    }

    static string PartOf(string template) => template.StartsWith("Bitrix24Change", StringComparison.Ordinal) ? Changes : Batch;

    /// <summary>Whether source code can use the type by its name: a single assembly has it and lets it be used.</summary>
    static bool Sees(Compilation compilation, string type) =>
        compilation.GetTypesByMetadataName(type).Count(found => compilation.IsSymbolAccessibleWithin(found, compilation.Assembly)) == 1;

    static SourceText TextOf(string template)
    {
        using var stream = typeof(Bitrix24BatchGenerator).Assembly.GetManifestResourceStream(template)!;
        return SourceText.From(stream, Encoding.UTF8);
    }
}
