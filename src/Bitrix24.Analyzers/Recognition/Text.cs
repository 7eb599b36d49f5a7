using System.Collections.Immutable;
using System.Text;

namespace Bitrix24.Analyzers.Recognition;

enum TextPartKind
{
    Literal,
    Parameter,
    Local,
    Member,
    Unknown,
}

/// <summary>A piece of a <see cref="Text"/>: what is written, or where the rest comes from.</summary>
readonly record struct TextPart(TextPartKind Kind, string Value, int Ordinal = -1);

/// <summary>A string as far as the code tells it: literal pieces, parameters of the method it stands in, and holes.</summary>
sealed class Text
{
    /// <summary>Long enough for any URL; what is longer is not an address.</summary>
    const int MaxParts = 48;

    public static readonly Text Unknown = new(ImmutableArray.Create(new TextPart(TextPartKind.Unknown, "")));
    public static readonly Text Empty = new(ImmutableArray<TextPart>.Empty);

    Text(ImmutableArray<TextPart> parts) => Parts = parts;

    public ImmutableArray<TextPart> Parts { get; }

    public bool IsUnknown => Parts.All(static p => p.Kind is not (TextPartKind.Literal or TextPartKind.Parameter));

    public bool HasParameter => Parts.Any(static p => p.Kind == TextPartKind.Parameter);

    public bool HasLocal => Parts.Any(static p => p.Kind is TextPartKind.Local or TextPartKind.Unknown);

    /// <summary>The one parameter that this text is, or -1.</summary>
    public int SoleParameter => Parts is [{ Kind: TextPartKind.Parameter } part] ? part.Ordinal : -1;

    public static Text Literal(string value) => value.Length == 0 ? Empty : new(ImmutableArray.Create(new TextPart(TextPartKind.Literal, value)));

    public static Text Parameter(int ordinal, string name) => new(ImmutableArray.Create(new TextPart(TextPartKind.Parameter, name, ordinal)));

    public static Text Hole(TextPartKind kind, string name) => new(ImmutableArray.Create(new TextPart(kind, name)));

    public static Text operator +(Text left, Text right) => Concat(left.Parts.Concat(right.Parts));

    public Text Substitute(Func<int, Text> argument) => HasParameter
        ? Concat(Parts.SelectMany(p => p.Kind == TextPartKind.Parameter ? argument(p.Ordinal).Parts : ImmutableArray.Create(p)))
        : this;

    static Text Concat(IEnumerable<TextPart> parts)
    {
        var merged = ImmutableArray.CreateBuilder<TextPart>();
        foreach (var part in parts)
        {
            if (part.Kind == TextPartKind.Literal && merged.Count > 0 && merged[merged.Count - 1].Kind == TextPartKind.Literal)
                merged[merged.Count - 1] = new TextPart(TextPartKind.Literal, merged[merged.Count - 1].Value + part.Value);
            else
                merged.Add(part);
            if (merged.Count > MaxParts)
                return Unknown;
        }

        return new Text(merged.ToImmutable());
    }

    /// <summary>The text with <paramref name="hole"/> for every piece that is not written in the code.</summary>
    public string ToString(char hole)
    {
        var builder = new StringBuilder();
        foreach (var part in Parts)
        {
            if (part.Kind == TextPartKind.Literal)
                builder.Append(part.Value);
            else
                builder.Append(hole);
        }

        return builder.ToString();
    }

    /// <summary>A key by which equal texts are found; never shown.</summary>
    public string Key() => string.Join("\u0001", Parts.Select(static p => p.Kind == TextPartKind.Literal ? p.Value : $"\u0002{p.Kind}{p.Ordinal}{p.Value}"));
}
