using System.Globalization;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Version3;

/// <summary>One verb of one entity of REST 3.0.</summary>
internal sealed class EntityMethod3(Entity3 entity, string verb) : IRestMethod
{
    public string Name { get; } = $"{entity.Prefix}.{verb}";

    public string Scope => entity.Scope;

    public bool Writes => verb is "add" or "update" or "delete";

    public static IEnumerable<EntityMethod3> All() => Entity3.Read().SelectMany(entity => entity.Verbs.Select(verb => new EntityMethod3(entity, verb)));

    /// <summary>Adds rows to an entity that version 3 alone knows, whatever its fields allow.</summary>
    public static Func<JsonObject, long>? Seeding(string prefix, World world)
    {
        if (Entity3.Read().FirstOrDefault(entity => entity.Prefix == prefix) is not { } known)
            return null;
        var method = new EntityMethod3(known, "add");
        return fields =>
        {
            var call = new Call(method.Name, [], Caller.Portal, world.Clock.GetUtcNow());
            return world.Store.Insert(known.Table, RowWriter.New(method.View(), method.Stored(fields, _ => true), call, world.Store));
        };
    }

    public Reply Answer(Call call, World world) => verb switch
    {
        "add" => Add(call, world),
        "get" => Get(call, world),
        "list" => List3.Page(call, entity, View(), world),
        "tail" => List3.Tail(call, entity, View(), world),
        "update" => Update(call, world),
        "delete" => Delete(call, world),
        "field.list" => new Reply(new JsonObject { ["items"] = new JsonArray([.. entity.Shape.Fields.Select(Describe)]) }),
        _ => new Reply(new JsonObject { ["item"] = Describe(entity.Shape.Named(Scalar.Text(call["name"]) ?? "") ?? throw Errors.Required("name")) }),
    };

    private Reply Add(Call call, World world)
    {
        var fields = Fields(call);
        if (entity.Shape.Fields.FirstOrDefault(field => field.IsRequired && Scalar.IsEmpty(fields[field.Name])) is { } missing)
            throw Errors.Required(missing.Name);
        var row = RowWriter.New(View(), Stored(fields, field => field.IsEditable || field.IsRequired), call, world.Store);
        var id = world.Store.Insert(entity.Table, row);
        world.Changed(new Change(entity.Table, id, "ADD", call));
        return new Reply(new JsonObject { ["item"] = All(world).Show(id, row) }) { Work = Work.Write };
    }

    private Reply Get(Call call, World world)
    {
        var (id, row) = Existing(call, world);
        var names = call.Values("select").Select(Scalar.Text).OfType<string>().ToList();
        var select = names.Count == 0 ? All(world) : new Select3(entity.Shape, names, world);
        return new Reply(new JsonObject { ["item"] = select.Show(id, row) }) { Work = Work.Read(1, select.Cells) };
    }

    private Reply Update(Call call, World world)
    {
        var (id, row) = Existing(call, world);
        RowWriter.Change(View(), row, Stored(Fields(call), field => field.IsEditable), call, world.Store);
        world.Store.Update(entity.Table, id, row);
        world.Changed(new Change(entity.Table, id, "UPDATE", call));
        return new Reply(new JsonObject { ["result"] = true }) { Work = Work.Write };
    }

    private Reply Delete(Call call, World world)
    {
        var (id, _) = Existing(call, world);
        world.Store.Delete(entity.Table, id);
        world.Changed(new Change(entity.Table, id, "DELETE", call));
        return new Reply(new JsonObject { ["result"] = true }) { Work = Work.Write };
    }

    private (long Id, JsonObject Row) Existing(Call call, World world)
    {
        if (call["id"] is not { } given)
            throw Errors.Required("id");
        var id = Scalar.Number(given) ?? throw Errors.Invalid("id", "Field `id` requires data type `integer` for this request");
        return world.Store.Get(entity.Table, id) is { } row
            ? (id, row)
            : throw RestError.Of(Errors.NotFound, string.Create(CultureInfo.InvariantCulture, $"The entity with id {id} was not found"));
    }

    private static JsonObject Fields(Call call) => call["fields"] as JsonObject ?? throw Errors.Required("fields");

    private JsonObject Stored(JsonObject fields, Predicate<Field3> mayWrite)
    {
        var stored = new JsonObject();
        foreach (var (name, value) in fields)
        {
            var field = entity.Shape.Named(name) ?? throw RestError.Of(Errors.UnknownField, $"Unknown field `{name}`");
            if (field.IsRelation || !mayWrite(field))
                throw Errors.Invalid(name, $"The field `{name}` requires the `Editable` attribute for such a request");
            stored[field.Stored.Name] = Values3.Store(field, value);
        }

        return stored;
    }

    private Select3 All(World world) => new(entity.Shape, [.. entity.Shape.Fields.Where(field => !field.IsRelation).Select(field => field.Name)], world);

    /// <summary>The rest is done by the fields of version 3.</summary>
    private View View() => Entities.View.Plain(entity.Table, typed: true);

    private static JsonObject Describe(Field3 field) => new()
    {
        ["name"] = field.Name,
        ["type"] = field.Type,
        ["title"] = field.Name,
        ["filterable"] = field.IsFilterable,
        ["sortable"] = field.IsSortable,
        ["editable"] = field.IsEditable,
        ["requiredGroups"] = field.IsRequired ? new JsonArray("add") : new JsonArray(),
    };
}
