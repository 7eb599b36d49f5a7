using System.Text.Json.Nodes;
using Bitrix24.Emulator.Data;

namespace Bitrix24.Emulator.Entities;

/// <summary>The declared fields of a table.</summary>
internal sealed class Shape(string name, IReadOnlyList<Field> fields)
{
    private static readonly Dictionary<string, Shape> All = Tsv.Read("fields.tsv")
        .GroupBy(row => row["table"], StringComparer.Ordinal)
        .ToDictionary(table => table.Key, table => new Shape(table.Key, [.. table.Select(Read)]), StringComparer.Ordinal);

    private readonly Dictionary<string, Field> _byName = fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, Field> _byCamel = fields.ToDictionary(field => field.Camel, StringComparer.Ordinal);

    private readonly List<(string Name, JsonNode Value)> _defaults =
        [.. fields.Where(field => field.DefaultValue is not null).Select(field => (field.Name, field.DefaultValue!))];

    public string Name { get; } = name;

    public IReadOnlyList<Field> Fields { get; } = fields;

    /// <summary>The shape of a table; each dynamic type of <c>crm.item</c> has a table of its own, all of one shape.</summary>
    public static Shape Of(string table) =>
        All.GetValueOrDefault(table) ?? (table.StartsWith("crm_item_", StringComparison.Ordinal) ? All["crm_item"] : new Shape(table, []));

    public bool Declares(string name) => _byName.ContainsKey(name);

    /// <summary>A row with the default of each field that has one.</summary>
    public JsonObject NewRow()
    {
        var row = new JsonObject();
        foreach (var (name, value) in _defaults)
            row[name] = value.DeepClone();
        return row;
    }

    public Field? Stored(string name) => _byName.GetValueOrDefault(name) ?? UserField(name);

    public Field? Camel(string name) => _byCamel.GetValueOrDefault(name) ?? UserField(CamelCase.Back(name)) ?? UserField(name);

    /// <summary>Fields that users of the portal add themselves.</summary>
    private Field? UserField(string name)
    {
        if (name.Length < 4 || !name.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'))
            return null;
        if (_byName.TryGetValue(name, out var declared))
            return declared;
        if (name.StartsWith("UF_", StringComparison.Ordinal))
            return Field.Of(name, FieldKind.UserField);
        if (name.StartsWith("PARENT_ID_", StringComparison.Ordinal))
            return Field.Of(name, FieldKind.Integer);
        return name.StartsWith("PROPERTY_", StringComparison.Ordinal) ? Field.Of(name, FieldKind.Property) : null;
    }

    private static Field Read(TsvRow row) => new(
        row["name"],
        row["type"] switch { "string" => FieldKind.String, var type => Enum.Parse<FieldKind>(type, ignoreCase: true) },
        row["flags"].Split(',').ToHashSet(StringComparer.Ordinal),
        row["camel"] is { Length: > 0 } camel ? camel : CamelCase.Of(row["name"]),
        row["default"]);
}
