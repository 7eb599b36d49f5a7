using System.Runtime.CompilerServices;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Outline;

/// <summary>
/// Whether a source text has anything to do with Bitrix24, read from its characters alone: it is asked of every file of
/// every compilation, and most have nothing. The answer is kept with the tree.
/// </summary>
static class EvidenceGate
{
    static readonly ConditionalWeakTable<SyntaxTree, object> Answers = new();
    static readonly object Yes = new();
    static readonly object No = new();

    public static bool Opens(Compilation compilation, CancellationToken cancellation)
    {
        foreach (var assembly in compilation.ReferencedAssemblyNames)
        {
            if (BitrixNames.Mentions(assembly.Name))
                return true;
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Opens(tree, cancellation))
                return true;
        }

        foreach (var reference in compilation.References)
        {
            if (reference is CompilationReference { Compilation: { Language: LanguageNames.CSharp } other } && Opens(other, cancellation))
                return true;
        }

        return false;
    }

    static bool Opens(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Answers.TryGetValue(tree, out var known))
            return ReferenceEquals(known, Yes);
        var answer = TextBlocks.Any(tree.GetText(cancellation), HasMark) ? Yes : No;
        return ReferenceEquals(Answers.GetValue(tree, _ => answer), Yes);
    }

    static bool HasMark(ReadOnlySpan<char> text, int from, int to) => BitrixNames.Mentions(text, from, to) || HasAddress(text, from, to);

    /// <summary>Whether <c>/rest/</c>, a REST method or a template begins with a character in <c>[from, to)</c>.</summary>
    static bool HasAddress(ReadOnlySpan<char> text, int from, int to)
    {
        for (int found; (found = text.Slice(from, to - from).IndexOfAny('"', '/', '}')) >= 0; from++)
        {
            from += found;
            var name = NameAt(text, from + 1);
            if (name.Length > 0 && IsAddress(text[from], name, text.Slice(from + 1 + name.Length)))
                return true;
        }

        return false;
    }

    /// <summary>Words joined by dots.</summary>
    static ReadOnlySpan<char> NameAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < TextBlocks.Context && IsNameCharacter(text[end]))
            end++;
        return text.Slice(start, end - start);
    }

    static bool IsNameCharacter(char c) => char.IsLetterOrDigit(c) || c is '_' or '.';

    static bool IsAddress(char before, ReadOnlySpan<char> name, ReadOnlySpan<char> after)
    {
        if (name.IndexOf('.') < 0)
            return before == '/' && after is ['/', ..] && name.Equals("rest".AsSpan(), StringComparison.OrdinalIgnoreCase);
        return (name[name.Length - 1] != '.' || IsHole(after)) && RestIdentifier.NamesMethod(name.ToString());
    }

    /// <summary>The end of a literal, to be continued; or what stands in braces, but for the number of an old log file, <c>{#}</c>.</summary>
    static bool IsHole(ReadOnlySpan<char> text) => text is ['"', ..] or ['{', not '#', ..];
}
