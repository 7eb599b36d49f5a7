using System.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.Symbols;

/// <summary>Whether a stretch of a text has what is looked for in <c>[from, to)</c>; what is around that is context.</summary>
delegate bool BlockTest(ReadOnlySpan<char> text, int from, int to);

/// <summary>Searches the characters of a text in blocks, so that it is never in memory twice.</summary>
static class TextBlocks
{
    /// <summary>Characters read at a time: 32 KB, which a processor's first cache holds.</summary>
    const int BlockSize = 16 * 1024;

    /// <summary>What a place is judged by on either side of it: the longest is a REST method of the catalogue.</summary>
    public const int Context = 80;

    public static bool Any(SourceText text, BlockTest test)
    {
        var block = ArrayPool<char>.Shared.Rent(BlockSize);
        try
        {
            return Any(text, block, test);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(block);
        }
    }

    static bool Any(SourceText text, char[] block, BlockTest test)
    {
        for (var start = 0; start < text.Length; start += BlockSize - (2 * Context))
        {
            var length = Math.Min(BlockSize, text.Length - start);
            text.CopyTo(start, block, 0, length);
            var isLast = start + length == text.Length;
            if (test(block.AsSpan(0, length), start == 0 ? 0 : Context, isLast ? length : length - Context))
                return true;
            if (isLast)
                return false;
        }

        return false;
    }
}
