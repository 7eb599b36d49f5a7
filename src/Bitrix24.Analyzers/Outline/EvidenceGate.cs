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

    /// <summary>The longest mark that must not be cut at the edge of a block: a REST method of the catalogue with its quote.</summary>
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
        for (var start = 0; start < text.Length; start += BlockSize - Overlap)
        {
            var length = Math.Min(block.Length, text.Length - start);
            text.CopyTo(start, block, 0, length);
            if (HasMark(block, length))
                return true;
            if (start + length == text.Length)
                return false;
        }

        return false;
    }

    static bool HasMark(char[] text, int length)
    {
        for (var i = 0; i < length; i++)
        {
            switch (text[i])
            {
                case 'b' or 'B' when Is(text, length, i, "bitrix") || Is(text, length, i, "b24") || Is(text, length, i, "bx24"):
                case '/' when Is(text, length, i, "/rest/"):
                case '"' or '/' or '}' when StartsMethod(text, length, i + 1):
                    return true;
            }
        }

        return false;
    }

    static bool Is(char[] text, int length, int start, string mark)
    {
        if (start + mark.Length > length)
            return false;
        for (var i = 1; i < mark.Length; i++)
        {
            if ((text[start + i] | 0x20) != mark[i] && text[start + i] != mark[i])
                return false;
        }

        return true;
    }

    /// <summary>A known scope, a dot, and with the rest a REST method of the catalogue or the beginning of a template.</summary>
    static bool StartsMethod(char[] text, int length, int start)
    {
        var end = start;
        var dots = 0;
        while (end < length && end - start < Overlap && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.'))
        {
            if (text[end++] == '.')
                dots++;
        }

        return dots > 0 && RestIdentifier.NamesMethod(new string(text, start, end - start));
    }
}
