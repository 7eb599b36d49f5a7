namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>A list that ships inside the assembly as a tab-separated file with a heading.</summary>
static class EmbeddedRows
{
    /// <summary>The names in the second column of a row.</summary>
    public static HashSet<string> Names(string file, string row) => new(Of(file).Where(r => r[0] == row).SelectMany(static r => r[1].Split(' ')), StringComparer.Ordinal);

    public static IEnumerable<string[]> Of(string name)
    {
        using var stream = typeof(EmbeddedRows).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return line.Split('\t');
        }
    }
}
