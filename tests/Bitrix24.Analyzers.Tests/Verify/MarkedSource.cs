using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.Tests.Verify;

/// <summary>
/// A source text with marks: <c>{|BX1001:CallAsync|}</c> where a diagnostic is expected, <c>{|via:PostAsync|}</c> where one
/// of its additional locations is.
/// </summary>
sealed record MarkedSource(string Path, string Text, ImmutableArray<Mark> Marks)
{
    /// <summary>The label of an additional location.</summary>
    public const string Via = "via";

    public static MarkedSource Parse(string path, string marked)
    {
        var text = new StringBuilder(marked.Length);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        var position = 0;
        while (marked.IndexOf("{|", position, StringComparison.Ordinal) is var open and >= 0)
        {
            var colon = marked.IndexOf(':', open);
            var close = marked.IndexOf("|}", colon, StringComparison.Ordinal);
            text.Append(marked, position, open - position);
            marks.Add(new Mark(marked[(open + 2)..colon], path, new TextSpan(text.Length, close - colon - 1)));
            text.Append(marked, colon + 1, close - colon - 1);
            position = close + 2;
        }

        text.Append(marked, position, marked.Length - position);
        return new MarkedSource(path, text.ToString(), marks.ToImmutable());
    }
}

sealed record Mark(string Label, string Path, TextSpan Span);
