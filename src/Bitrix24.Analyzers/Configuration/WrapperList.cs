using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.Configuration;

/// <summary>A method that sends a REST call: the one it is given in a parameter, or always the same one.</summary>
sealed record ConfiguredWrapper(string Type, string Method, string? Parameter, string? RestMethod);

/// <summary>A line of a wrapper list that cannot be read.</summary>
sealed record UnreadableLine(TextLine Line, string Reason);

/// <summary>
/// The lists of wrappers in <c>AdditionalFiles</c> named <c>Bitrix24.Wrappers*.txt</c>. A line is <c>Namespace.Type.Method(parameter)</c>,
/// where the parameter, by name or by index, carries the REST method, or <c>Namespace.Type.Method = crm.deal.update</c>.
/// </summary>
sealed class WrapperList
{
    public static readonly WrapperList Empty = new([]);

    readonly ImmutableDictionary<string, ImmutableArray<ConfiguredWrapper>> _byMethod;

    WrapperList(IEnumerable<ConfiguredWrapper> wrappers) => _byMethod = wrappers.GroupBy(static w => w.Method, StringComparer.Ordinal)
        .ToImmutableDictionary(static g => g.Key, static g => g.ToImmutableArray(), StringComparer.Ordinal);

    public bool Any => !_byMethod.IsEmpty;

    public static bool IsList(AdditionalText file)
    {
        var name = Path.GetFileName(file.Path);
        return name.StartsWith("Bitrix24.Wrappers", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase);
    }

    public static WrapperList Read(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var wrappers = files.Where(IsList).Select(f => f.GetText(cancellation)).Where(static t => t is not null)
            .SelectMany(static t => Read(t!).Wrappers).ToList();
        return wrappers.Count == 0 ? Empty : new WrapperList(wrappers);
    }

    public static (IReadOnlyList<ConfiguredWrapper> Wrappers, IReadOnlyList<UnreadableLine> Unreadable) Read(SourceText text)
    {
        var wrappers = new List<ConfiguredWrapper>();
        var unreadable = new List<UnreadableLine>();
        foreach (var line in text.Lines)
        {
            var content = line.ToString();
            var comment = content.IndexOf('#');
            content = (comment < 0 ? content : content.Substring(0, comment)).Trim();
            if (content.Length == 0)
                continue;
            if (WrapperLine.TryRead(content, out var wrapper, out var reason))
                wrappers.Add(wrapper);
            else
                unreadable.Add(new UnreadableLine(line, reason));
        }

        return (wrappers, unreadable);
    }

    public bool Names(string method) => _byMethod.ContainsKey(method);

    public ConfiguredWrapper? Find(IMethodSymbol method)
    {
        if (!_byMethod.TryGetValue(method.Name, out var candidates))
            return null;
        var type = (method.ReducedFrom ?? method).ContainingType?.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
        foreach (var candidate in candidates)
        {
            if (type is not null && (type == candidate.Type || WithoutTypeParameters(type) == candidate.Type))
                return candidate;
        }

        return null;
    }

    static string WithoutTypeParameters(string type)
    {
        var open = type.IndexOf('<');
        return open < 0 ? type : type.Substring(0, open);
    }
}
