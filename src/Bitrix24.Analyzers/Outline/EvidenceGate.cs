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
    /// <summary>Characters read at a time.</summary>
    const int BlockSize = 16 * 1024;

    /// <summary>What a mark is judged by on either side of its beginning: the longest is a REST method of the catalogue.</summary>
    const int Overlap = 80;

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
        var answer = HasMark(tree, cancellation) ? Yes : No;
        return ReferenceEquals(Answers.GetValue(tree, _ => answer), Yes);
    }

    static bool HasMark(SyntaxTree tree, CancellationToken cancellation)
    {
        var text = tree.GetText(cancellation);
        var block = new char[Math.Min(BlockSize, text.Length)];
        for (var start = 0; start < text.Length; start += BlockSize - (2 * Overlap))
        {
            var length = Math.Min(block.Length, text.Length - start);
            text.CopyTo(start, block, 0, length);
            var isLast = start + length == text.Length;
            if (HasMark(block.AsSpan(0, length), start == 0 ? 0 : Overlap, isLast ? length : length - Overlap))
                return true;
            if (isLast)
                return false;
        }

        return false;
    }

    /// <summary>Whether a mark begins in a part of a text; what is around that part is context.</summary>
    static bool HasMark(ReadOnlySpan<char> text, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            switch (text[i])
            {
                case 'b' or 'B' when BitrixNames.MarkAt(text, i):
                case '/' when text.Slice(i).StartsWith("/rest/".AsSpan(), StringComparison.OrdinalIgnoreCase):
                case '"' or '/' or '}' when StartsMethod(text.Slice(i + 1)):
                    return true;
            }
        }

        return false;
    }

    /// <summary>A known scope, a dot, and with the rest a REST method of the catalogue or the beginning of a template.</summary>
    static bool StartsMethod(ReadOnlySpan<char> text)
    {
        var end = 0;
        var dots = 0;
        while (end < text.Length && end < Overlap && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.'))
        {
            if (text[end++] == '.')
                dots++;
        }

        return dots > 0 && RestIdentifier.NamesMethod(text.Slice(0, end).ToString());
    }
}
