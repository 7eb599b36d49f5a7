namespace Bitrix24.Analyzers.Recognition;

/// <summary>A list that ships inside the assembly as a tab-separated file with a heading.</summary>
static class EmbeddedTable
{
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = typeof(EmbeddedTable).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return line.Split('\t');
        }
    }
}
