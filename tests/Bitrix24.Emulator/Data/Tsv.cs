using System.Reflection;

namespace Bitrix24.Emulator.Data;

/// <summary>Reads an embedded table: a line of column names, then a row a line.</summary>
internal static class Tsv
{
    public static IEnumerable<TsvRow> Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No embedded table {name}.");
        using var reader = new StreamReader(stream);
        var columns = Cells(reader.ReadLine() ?? "");
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return new TsvRow(columns, Cells(line));
        }
    }

    private static string[] Cells(string line) => line.TrimEnd('\r').Split('\t');
}

/// <summary>A row of an embedded table; a missing cell is empty.</summary>
internal sealed class TsvRow(string[] columns, string[] cells)
{
    public string this[string column]
    {
        get
        {
            var index = Array.IndexOf(columns, column);
            return index < 0 ? throw new InvalidOperationException($"No column {column}.") : index < cells.Length ? cells[index] : "";
        }
    }
}
