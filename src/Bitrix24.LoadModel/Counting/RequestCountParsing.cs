using System.Diagnostics.CodeAnalysis;

namespace Bitrix24.LoadModel;

/// <content>Reads what <see cref="ToString"/> prints.</content>
public sealed partial class RequestCount
{
    /// <summary>The reason of an unknown that was read: a printed formula does not tell it.</summary>
    internal const string NotSaid = "the formula that was read has a question mark";

    /// <summary>
    /// Reads a formula as <see cref="ToString"/> prints it, with white space anywhere between its parts. A formula without
    /// an unknown comes back equal; a question mark becomes an unknown whose reason is that it was read.
    /// </summary>
    /// <exception cref="FormatException">The text is not a formula, or is nested too deeply.</exception>
    public static RequestCount Parse(string text) =>
        TryParse(text, out var count) ? count : throw new FormatException($"'{text}' is not a formula such as '1 + ⌈deals/50⌉ + 2·deals'.");

    /// <summary>As <see cref="Parse"/>; false for what is not a formula.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out RequestCount? count)
    {
        count = text is null ? null : new FormulaReader(text).Read();
        return count is not null;
    }
}
