namespace Bitrix24.LoadModel;

/// <summary>Typing errors of one letter.</summary>
internal static class OneEdit
{
    /// <summary>Whether one letter inserted, deleted or replaced, or two neighbours swapped, makes one text the other, in any case.</summary>
    public static bool Separates(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return false;

        var start = 0;
        while (start < a.Length && start < b.Length && Same(a, start, b, start, 1))
            start++;

        return (start < a.Length && SameAfter(a, start + 1, b, start))
            || (start < b.Length && SameAfter(a, start, b, start + 1))
            || (start < a.Length && start < b.Length && SameAfter(a, start + 1, b, start + 1))
            || IsSwap(a, b, start);
    }

    private static bool IsSwap(string a, string b, int start) =>
        start + 1 < a.Length && start + 1 < b.Length
        && Same(a, start, b, start + 1, 1) && Same(a, start + 1, b, start, 1) && SameAfter(a, start + 2, b, start + 2);

    private static bool SameAfter(string a, int startOfA, string b, int startOfB) =>
        a.Length - startOfA == b.Length - startOfB && Same(a, startOfA, b, startOfB, a.Length - startOfA);

    private static bool Same(string a, int startOfA, string b, int startOfB, int length) =>
        string.Compare(a, startOfA, b, startOfB, length, StringComparison.OrdinalIgnoreCase) == 0;
}
