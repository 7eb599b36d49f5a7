using Bitrix24.Analyzers.CodeFixes.Dependence;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Names of members, by what they mean for a row, from <c>RowByRow.tsv</c>.</summary>
static class RowByRow
{
    public static HashSet<string> Names(string does) => new(EmbeddedRows.Of("RowByRow.tsv").Where(r => r[0] == does).SelectMany(static r => r[1].Split(' ')), StringComparer.Ordinal);
}
