using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Version3;

/// <summary>Shows the selected fields of a row, with fields of related rows under a dot: <c>responsible.name</c>.</summary>
internal sealed class Select3(Shape3 shape, IReadOnlyList<string> names, World world)
{
    public long Cells => names.Count;

    public JsonObject Show(long id, JsonObject row)
    {
        var shown = new JsonObject();
        foreach (var name in names)
        {
            var dot = name.IndexOf('.');
            var field = shape.Named(dot < 0 ? name : name[..dot]);
            // A field that the object itself does not have is left out; one that a related object does not have is an error.
            if (field is null)
                continue;
            if (dot < 0 && !field.IsRelation)
                shown[name] = field.Stored.IsId ? JsonValue.Create(id) : Values3.Show(field, row[field.Stored.Name]);
            else if (field.IsRelation)
                Related(shown, field, dot < 0 ? "id" : name[(dot + 1)..], row);
        }

        return shown;
    }

    private void Related(JsonObject shown, Field3 relation, string name, JsonObject row)
    {
        var related = Shape3.Of(relation.Type);
        if (related.Named(name) is not { IsRelation: false })
            throw RestError.Of(Errors.UnknownField, $"Unknown field `{name}` for entity `{relation.Type}`");
        if (Scalar.Number(row[relation.Stored.Name]) is not { } id || world.Store.Get(relation.Type, id) is not { } other)
        {
            shown[relation.Name] ??= null;
            return;
        }

        var part = new Select3(related, [name], world).Show(id, other);
        if (shown[relation.Name] is JsonObject known)
            known[name] = part[name]?.DeepClone();
        else
            shown[relation.Name] = part;
    }
}
