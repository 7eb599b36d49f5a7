namespace Bitrix24.LoadModel;

/// <summary>How a formula spells a name: as it is, or in backquotes (doubled inside) where it would read as something else.</summary>
internal static class SizeText
{
    public const char Quote = '`';

    public static string Print(string name) => IsPlain(name) ? name : $"{Quote}{name.Replace("`", "``")}{Quote}";

    /// <summary>A character that may begin a plain name.</summary>
    public static bool Begins(char character) => char.IsLetter(character) || character == '_';

    /// <summary>A character that a plain name may go on with, as <c>rows.crm.deal</c> does.</summary>
    public static bool GoesOn(char character) => char.IsLetterOrDigit(character) || character is '_' or '.';

    private static bool IsPlain(string name) => Begins(name[0]) && name.All(GoesOn);
}
