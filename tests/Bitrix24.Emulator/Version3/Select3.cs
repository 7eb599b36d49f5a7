using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Version3;

/// <summary>Shows the selected fields of a row, with fields of related rows under a dot: <c>responsible.name</c>.</summary>
internal sealed class Select3
{
    private readonly Shape3 _shape;
    private readonly IReadOnlyList<string> _names;
    private readonly World _world;

    public Select3(Shape3 shape, IReadOnlyList<string> names, World world)
    {
        (_shape, _names, _world) = (shape, names, world);
        // A field that the object itself does not have is left out; one that a related object does not have is an error, whether or not there are rows.
        foreach (var (relation, name) in names.Select(Parted).OfType<(Field3, string)>())
        {
            if (Shape3.Of(relation.Type).Named(name) is not { IsRelation: false })
                throw RestError.Of(Errors.UnknownField, $"Unknown field `{name}` for entity `{relation.Type}`");
        }
    }

    public long Cells => _names.Count;

    public JsonObject Show(long id, JsonObject row)
    {
        var shown = new JsonObject();
        foreach (var name in _names)
        {
            if (Parted(name) is { } related)
                Related(shown, related.Relation, related.Name, row);
            else if (_shape.Named(name) is { } field)
                shown[name] = field.Stored.IsId ? JsonValue.Create(id) : Values3.Show(field, row[field.Stored.Name]);
        }

        return shown;
    }

    /// <summary>A name as a relation and a field of what it leads to, its number where none is said; null for a field of the object itself.</summary>
    private (Field3 Relation, string Name)? Parted(string name)
    {
        var dot = name.IndexOf('.');
        return _shape.Named(dot < 0 ? name : name[..dot]) is { IsRelation: true } relation ? (relation, dot < 0 ? "id" : name[(dot + 1)..]) : null;
    }

    private void Related(JsonObject shown, Field3 relation, string name, JsonObject row)
    {
        if (Scalar.Number(row[relation.Stored.Name]) is not { } id || _world.Store.Get(relation.Type, id) is not { } other)
        {
            shown[relation.Name] ??= null;
            return;
        }

        var part = new Select3(Shape3.Of(relation.Type), [name], _world).Show(id, other);
        if (shown[relation.Name] is JsonObject known)
            known[name] = part[name]?.DeepClone();
        else
            shown[relation.Name] = part;
    }
}
