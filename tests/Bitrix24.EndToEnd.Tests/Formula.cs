using System.Globalization;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>Calculates a count of requests as it is written in a diagnostic: <c>1 + ⌈rows/50⌉ + 2·deals</c>.</summary>
static class Formula
{
    public static long Evaluate(string text, IReadOnlyDictionary<string, long> sizes)
    {
        var position = 0;
        var value = Sum(text.Replace(" ", "", StringComparison.Ordinal), ref position, sizes);
        return value;
    }

    static long Sum(string text, ref int position, IReadOnlyDictionary<string, long> sizes)
    {
        var sum = Product(text, ref position, sizes);
        while (position < text.Length && text[position] == '+')
        {
            position++;
            sum += Product(text, ref position, sizes);
        }

        return sum;
    }

    static long Product(string text, ref int position, IReadOnlyDictionary<string, long> sizes)
    {
        var product = Factor(text, ref position, sizes);
        while (position < text.Length && text[position] == '·')
        {
            position++;
            product *= Factor(text, ref position, sizes);
        }

        return product;
    }

    static long Factor(string text, ref int position, IReadOnlyDictionary<string, long> sizes)
    {
        if (text[position] is '⌈' or '(')
        {
            position++;
            var value = Sum(text, ref position, sizes);
            if (text[position] == '/')
            {
                position++;
                var divisor = Factor(text, ref position, sizes);
                value = (value + divisor - 1) / divisor;
            }

            position++;
            return value;
        }

        var start = position;
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '.'))
            position++;
        var word = text[start..position];
        return long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : sizes.TryGetValue(word, out var size) ? size : throw new ArgumentException($"No header says what '{word}' in '{text}' is.", nameof(sizes));
    }
}
