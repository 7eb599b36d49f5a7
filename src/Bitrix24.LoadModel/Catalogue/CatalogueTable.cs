namespace Bitrix24.LoadModel;

/// <summary>Reads the embedded tables.</summary>
internal static class CatalogueTable
{
    /// <summary>The lines of a table after its header.</summary>
    public static IEnumerable<string> Rows(string table)
    {
        using var stream = typeof(CatalogueTable).Assembly.GetManifestResourceStream(table)
            ?? throw new InvalidOperationException($"{table} is not embedded.");
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    public static Certainty ToCertainty(string cell) => cell switch
    {
        "yes" => Certainty.Yes,
        "no" or "" => Certainty.No,
        _ => Certainty.Unknown,
    };
}
