using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Symbols;

/// <summary>Name evidence: a type or namespace named like Bitrix24. It backs weaker evidence and is never enough alone.</summary>
static class BitrixNames
{
    public static bool Mentions(string name) => Mentions(name.AsSpan(), 0, name.Length);

    /// <summary>Whether a name's <c>x</c> or <c>2</c>, the rarest of its characters, stands in <c>[from, to)</c>.</summary>
    public static bool Mentions(ReadOnlySpan<char> text, int from, int to)
    {
        for (int found; (found = text.Slice(from, to - from).IndexOfAny('x', 'X', '2')) >= 0; from++)
        {
            from += found;
            if (text[from] == '2' ? MarkAt(text, from - 1) || MarkAt(text, from - 2) : MarkAt(text, from - 5))
                return true;
        }

        return false;
    }

    public static bool Mentions(INamedTypeSymbol? type)
    {
        for (var t = type; t is not null; t = t.ContainingType)
        {
            if (Mentions(t.Name))
                return true;
        }

        for (var n = type?.ContainingNamespace; n is { IsGlobalNamespace: false }; n = n.ContainingNamespace)
        {
            if (Mentions(n.Name))
                return true;
        }

        return false;
    }

    /// <summary>
    /// Whether <c>bitrix</c> stands at this place, or <c>b24</c> or <c>bx24</c> as the beginning of a word or of a part of
    /// it (<c>B24Client</c>, <c>toB24</c>, <c>my_b24</c>) and not as part of a number (<c>0xB24</c>, <c>b24d-4e1f</c>).
    /// </summary>
    static bool MarkAt(ReadOnlySpan<char> text, int index)
    {
        if (index < 0 || text[index] is not ('b' or 'B'))
            return false;
        var rest = text.Slice(index + 1);
        if (Starts(rest, "itrix"))
            return true;
        var length = Starts(rest, "24") ? 3 : Starts(rest, "x24") ? 4 : 0;
        return length > 0 && BeginsPart(text, index) && !IsHexadecimal(text.Slice(index + length), upper: text[index] == 'B');
    }

    static bool Starts(ReadOnlySpan<char> text, string mark)
    {
        if (text.Length < mark.Length)
            return false;
        for (var i = 0; i < mark.Length; i++)
        {
            if ((text[i] | 0x20) != mark[i])
                return false;
        }

        return true;
    }

    static bool BeginsPart(ReadOnlySpan<char> text, int index)
    {
        if (index == 0)
            return true;
        var before = text[index - 1];
        if (!char.IsLetterOrDigit(before))
            return before is not ('#' or '%'); // a colour, an encoded byte
        var beforeThat = index > 1 ? text[index - 2] : ' ';
        if (beforeThat == '\\')
            return before is not ('x' or 'u' or 'U'); // "\nb24" in source text
        return text[index] == 'B' && (char.IsLower(before) ? before != 'x' || char.IsLetter(beforeThat) : before == 'I' && !char.IsLetterOrDigit(beforeThat));
    }

    /// <summary>Whether a word goes on, and as a number does: with a digit, or with nothing but hexadecimal digits of one case.</summary>
    static bool IsHexadecimal(ReadOnlySpan<char> rest, bool upper)
    {
        var end = 0;
        for (; end < rest.Length && char.IsLetterOrDigit(rest[end]); end++)
        {
            if (rest[end] is >= '0' and <= '9')
            {
                if (end == 0)
                    return true;
            }
            else if (upper ? rest[end] is not (>= 'A' and <= 'F') : rest[end] is not (>= 'a' and <= 'f'))
            {
                return false;
            }
        }

        return end > 0;
    }
}
