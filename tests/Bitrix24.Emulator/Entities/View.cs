using System.Globalization;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>A table as one entity's methods see it in one call: its fields' names, and the part of the rows that is theirs.</summary>
internal sealed record View(Entity Entity, string Table, Shape Shape, IReadOnlyDictionary<string, JsonNode> Owner)
{
    /// <summary>Entity types that <c>crm.item</c> shares with methods of their own.</summary>
    private static readonly Dictionary<long, string> SharedTables = new()
    {
        [1] = "crm_lead", [2] = "crm_deal", [3] = "crm_contact", [4] = "crm_company", [7] = "crm_quote", [31] = "crm_item_31",
    };

    /// <summary>Numbers from here on belong to types that users create.</summary>
    private const long FirstDynamicType = 128;

    public static View Of(Entity entity, Call call, bool needsOwner)
    {
        var table = entity.Style == "item" ? TypeTable(call) : entity.Table;
        var owner = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        if (entity.Owner.Length > 0)
        {
            var (source, field) = (entity.Owner[..entity.Owner.LastIndexOf(':')], entity.Owner[(entity.Owner.LastIndexOf(':') + 1)..]);
            if (source.StartsWith('='))
                owner[field] = JsonValue.Create(source[1..]);
            else if (!needsOwner && source == "id")
                return new View(entity, table, Shape.Of(table), owner);
            else if (FieldValues.Store(Shape.Of(table).Stored(field)!, call[source]) is { } value)
                owner[field] = value;
            else if (needsOwner)
                throw RestError.MissingParameter(source.Split('|')[0]);
        }

        return new View(entity, table, Shape.Of(table), owner);
    }

    /// <summary>A table under its stored names, for methods that are not of one entity.</summary>
    public static View Plain(string table, bool typed) => new(
        new Entity("", table, "", "upper", typed ? "typed" : "text", 50, "", "ID", "", "", ""), table, Shape.Of(table), new Dictionary<string, JsonNode>(StringComparer.Ordinal));

    /// <summary>The field that a caller names so, or null.</summary>
    public Field? Named(string name) => Entity.TakesCamel ? Shape.Camel(name) : Shape.Stored(name);

    public string NameOf(Field field) => Entity.AnswersCamel ? field.Camel : field.Name;

    public JsonObject Show(long id, JsonObject row, IEnumerable<Field> fields)
    {
        var shown = new JsonObject();
        foreach (var field in fields)
        {
            if (field.Kind == FieldKind.Multi && Entity.AnswersCamel)
            {
                MultiField.Show(shown, row[field.Name]);
                continue;
            }

            shown[NameOf(field)] = field.IsId
                ? Entity.IsTyped || Table == "lists_field" ? JsonValue.Create(id) : JsonValue.Create(id.ToString(CultureInfo.InvariantCulture))
                : FieldValues.Show(field, row[field.Name], Entity, id);
        }

        return shown;
    }

    /// <summary>Every declared field, and the users' fields that the row has.</summary>
    public JsonObject Show(long id, JsonObject row) => Show(id, row, AllFields(row));

    public bool Owns(JsonObject row) => Owner.All(part => Scalar.Text(row[part.Key]) == Scalar.Text(part.Value));

    private IEnumerable<Field> AllFields(JsonObject row) => Shape.Fields
        .Where(field => field.Kind != FieldKind.Multi || row[field.Name] is JsonArray { Count: > 0 })
        .Concat(row.Select(pair => pair.Key).Where(name => Shape.Fields.All(field => field.Name != name)).Select(Shape.Stored).OfType<Field>());

    private static string TypeTable(Call call)
    {
        var type = call.Number("entityTypeId") ?? throw RestError.MissingParameter("entityTypeId");
        if (SharedTables.TryGetValue(type, out var shared))
            return shared;
        return type >= FirstDynamicType
            ? string.Create(CultureInfo.InvariantCulture, $"crm_item_{type}")
            : throw RestError.Of("NOT_FOUND", "Smart process not found");
    }
}
