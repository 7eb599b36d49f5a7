using System.Collections.Immutable;
using System.Globalization;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Bitrix24.Analyzers.Configuration;

/// <summary>
/// What somebody measured on a portal, in an <c>AdditionalFiles</c> entry named <c>Bitrix24.Load.tsv</c>. A line is a REST
/// method, the <c>operating</c> seconds of one call and the rows of its list, with tabs between; either figure may be empty.
/// </summary>
sealed class LoadTable
{
    public const string FileName = "Bitrix24.Load.tsv";

    public static readonly LoadTable Empty = new([]);

    readonly Dictionary<string, Sourced<long>> _rows = new(StringComparer.OrdinalIgnoreCase);

    LoadTable(IEnumerable<Line> lines)
    {
        var seconds = new Dictionary<string, Sourced<double>>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            if (line.Seconds is { } operating)
                seconds[line.Method.Name] = new Sourced<double>(operating, Provenance.Measured);
            if (line.Rows is { } rows && line.Method.Entity.Length > 0)
                _rows[$"rows.{line.Method.Entity}"] = new Sourced<long>(rows, Provenance.Measured);
        }

        Seconds = seconds;
    }

    /// <summary>Operating seconds of a call by REST method.</summary>
    public IReadOnlyDictionary<string, Sourced<double>> Seconds { get; }

    public bool HasRows => _rows.Count > 0;

    public Sourced<long>? RowsOf(string size) => _rows.TryGetValue(size, out var rows) ? rows : null;

    public static bool IsTable(AdditionalText file) => string.Equals(Path.GetFileName(file.Path), FileName, StringComparison.OrdinalIgnoreCase);

    public static LoadTable Read(ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        var lines = files.Where(IsTable).Select(f => f.GetText(cancellation)).Where(static t => t is not null).SelectMany(static t => Read(t!).Lines).ToList();
        return lines.Count == 0 ? Empty : new LoadTable(lines);
    }

    public static (IReadOnlyList<Line> Lines, IReadOnlyList<UnreadableLine> Unreadable) Read(SourceText text)
    {
        var lines = new List<Line>();
        var unreadable = new List<UnreadableLine>();
        foreach (var line in text.Lines)
        {
            var content = line.ToString().TrimEnd();
            if (content.Length == 0 || content[0] == '#' || (line.LineNumber == 0 && content.StartsWith("method\t", StringComparison.OrdinalIgnoreCase)))
                continue;
            if (Line.TryRead(content, out var read, out var reason))
                lines.Add(read);
            else
                unreadable.Add(new UnreadableLine(line, reason));
        }

        return (lines, unreadable);
    }

    /// <summary>One line of the table.</summary>
    public sealed record Line(RestMethod Method, double? Seconds, long? Rows)
    {
        public static bool TryRead(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Line? line, out string reason)
        {
            line = null;
            reason = "";
            var cells = text.Split('\t');
            double seconds = 0;
            long rows = 0;
            if (!RestCatalogue.Default.TryFind(cells[0].Trim(), out var method))
                reason = "it must begin with a REST method";
            else if (cells.Length > 1 && cells[1].Trim().Length > 0 && !(double.TryParse(cells[1].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out seconds) && !double.IsInfinity(seconds)))
                reason = "the second column must be the operating seconds of one call";
            else if (cells.Length > 2 && cells[2].Trim().Length > 0 && !long.TryParse(cells[2].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out rows))
                reason = "the third column must be a number of rows";
            else if (cells.Length is < 2 or > 3 || (IsEmpty(cells, 1) && IsEmpty(cells, 2)))
                reason = "it must be a REST method, its operating seconds and the rows of its list, with tabs between";
            else
                line = new Line(method, IsEmpty(cells, 1) ? null : seconds, IsEmpty(cells, 2) ? null : rows);
            return line is not null;
        }

        static bool IsEmpty(string[] cells, int index) => cells.Length <= index || cells[index].Trim().Length == 0;
    }
}
