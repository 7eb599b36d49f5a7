using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>What the <c>fields</c> methods answer.</summary>
internal static class FieldList
{
    public static JsonObject Of(View view, World world, bool titlesOnly)
    {
        var list = new JsonObject();
        foreach (var field in view.Shape.Fields)
            list[view.NameOf(field)] = titlesOnly ? JsonValue.Create(field.Name) : Describe(field, TypeName(field), view);
        foreach (var (_, row) in world.Store.List("crm_userfield", OfEntity(view), "id", -1, 0))
        {
            if (Scalar.Text(row["FIELD_NAME"]) is { } name && view.Shape.Stored(name) is { } field)
                list[view.NameOf(field)] = Describe(field, Scalar.Text(row["USER_TYPE_ID"]) ?? "string", view);
        }

        return list;
    }

    private static Condition OfEntity(View view) => new("json_extract(data,'$.ENTITY_ID')=?", [view.Table.ToUpperInvariant()]);

    private static JsonObject Describe(Field field, string type, View view)
    {
        var description = new JsonObject
        {
            ["type"] = type,
            ["isRequired"] = field.IsRequired,
            ["isReadOnly"] = field.IsReadOnly,
            ["isImmutable"] = false,
            ["isMultiple"] = field.Kind is FieldKind.List or FieldKind.Multi,
            ["isDynamic"] = field.Kind == FieldKind.UserField,
            ["title"] = field.Name,
        };
        if (view.Entity.AnswersCamel)
            description["upperName"] = field.Name;
        return description;
    }

    private static string TypeName(Field field) => field.Kind switch
    {
        FieldKind.Money => "double",
        FieldKind.Flag => "char",
        FieldKind.Multi => "crm_multifield",
        FieldKind.List => "string",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
