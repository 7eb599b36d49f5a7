namespace Bitrix24.LoadModel;

/// <summary>The ways in which code spells a method: <c>/crm.deal.get.json?id=1</c> is <c>crm.deal.get</c>.</summary>
internal static class MethodName
{
    private static readonly string[] Formats = [".json", ".xml"];

    /// <summary>The text without leading and trailing slashes, format suffix and query.</summary>
    public static string Trim(string text) => TrimEnd(text).TrimStart('/');

    public static string TrimEnd(string text)
    {
        var end = text.IndexOfAny(['?', '#']);
        var name = (end < 0 ? text : text.Substring(0, end)).TrimEnd('/');
        foreach (var format in Formats)
        {
            if (name.EndsWith(format, StringComparison.OrdinalIgnoreCase))
                return name.Substring(0, name.Length - format.Length);
        }

        return name;
    }

    public static string LastPathSegment(string url)
    {
        var name = Trim(url);
        return name.Substring(name.LastIndexOf('/') + 1);
    }

    public static string FirstSegment(string name)
    {
        var dot = name.IndexOf('.');
        return dot < 0 ? "" : name.Substring(0, dot);
    }

    public static string LastSegment(string name) => name.Substring(name.LastIndexOf('.') + 1);

    public static bool IsNameCharacter(char c) => IsLetter(c) || c is (>= '0' and <= '9') or '_' or '.';

    /// <summary>
    /// Whether the text is words joined by dots, each with a letter in front, unlike the id of an application
    /// (<c>app.0123456789abcd.01234567</c>).
    /// </summary>
    public static bool IsWellFormed(string name)
    {
        var previous = '.';
        foreach (var c in name)
        {
            if (previous == '.' ? !IsLetter(c) : !IsNameCharacter(c))
                return false;
            previous = c;
        }

        return previous != '.';
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
