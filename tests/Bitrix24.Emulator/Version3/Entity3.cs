using System.Globalization;
using Bitrix24.Emulator.Data;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Version3;

/// <summary>A line of <c>v3.tsv</c>: the methods under one prefix of REST 3.0.</summary>
internal sealed record Entity3(string Prefix, string Scope, string Table, IReadOnlyList<string> Verbs, int Page, int Maximum)
{
    public Shape3 Shape => Shape3.Of(Table);

    public static IEnumerable<Entity3> Read() => Tsv.Read("v3.tsv").Select(row => new Entity3(
        row["prefix"], row["scope"], row["table"], row["verbs"].Split(','),
        int.Parse(row["page"], CultureInfo.InvariantCulture), int.Parse(row["maximum"], CultureInfo.InvariantCulture)));
}

/// <summary>A field of REST 3.0 over a stored one; a field whose type is a table is the row that the stored number names.</summary>
internal sealed record Field3(string Name, Field Stored, string Type, IReadOnlySet<string> Flags, IReadOnlyDictionary<string, string> Values)
{
    public bool IsRelation => Shape3.Exists(Type);

    public bool IsRequired => Flags.Contains("required");

    public bool IsEditable => Flags.Contains("editable");

    public bool IsFilterable => Flags.Contains("filterable");

    public bool IsSortable => Flags.Contains("sortable");
}

/// <summary>The fields that REST 3.0 shows of a table.</summary>
internal sealed class Shape3(IReadOnlyList<Field3> fields)
{
    private static readonly Dictionary<string, Shape3> All = Tsv.Read("v3-fields.tsv")
        .GroupBy(row => row["table"], StringComparer.Ordinal)
        .ToDictionary(table => table.Key, table => new Shape3([.. table.Select(row => Read(table.Key, row))]), StringComparer.Ordinal);

    public IReadOnlyList<Field3> Fields { get; } = fields;

    public static Shape3 Of(string table) => All[table];

    public static bool Exists(string table) => All.ContainsKey(table);

    public Field3? Named(string name) => Fields.FirstOrDefault(field => field.Name == name);

    private static Field3 Read(string table, TsvRow row) => new(
        row["name"],
        Shape.Of(table).Stored(row["stored"]) ?? throw new InvalidOperationException($"No field {row["stored"]} in {table}."),
        row["type"],
        row["flags"].Split(',').ToHashSet(StringComparer.Ordinal),
        row["values"].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));
}
