using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Configuration;

/// <summary>The name of the number of rows that a list has: <c>rows.crm.deal</c>. It is the rest of its key in <c>.editorconfig</c>.</summary>
static class RowsSize
{
    /// <summary>Of a list whose entity is not known.</summary>
    public const string OfAnyList = "rows";

    const string Prefix = OfAnyList + ".";

    public static string Of(RestMethod? list) => list is { Entity.Length: > 0 } ? Prefix + list.Entity : OfAnyList;

    /// <summary>The entity, or null for any other size.</summary>
    public static string? EntityOf(string size) => size.StartsWith(Prefix, StringComparison.Ordinal) ? size.Substring(Prefix.Length) : null;
}
