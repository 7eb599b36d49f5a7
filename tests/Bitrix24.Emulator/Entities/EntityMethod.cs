using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>One verb of one entity: <c>crm.deal.update</c>.</summary>
internal sealed class EntityMethod(Entity entity, Verb verb) : IRestMethod
{
    public string Name { get; } = $"{entity.Prefix}.{verb.Suffix}";

    public string Scope => entity.Scope;

    public Entity Entity => entity;

    public Verb Verb => verb;

    public static IEnumerable<EntityMethod> All()
    {
        var verbs = Verb.Read();
        return Entity.Read().SelectMany(entity => verbs[entity.Style].Select(verb => new EntityMethod(entity, verb)));
    }

    public Reply Answer(Call call, World world)
    {
        if (entity.NeedsApplication && !call.Caller.IsApplication)
            throw RestError.Of("WRONG_AUTH_TYPE");
        var view = View.Of(entity, call, needsOwner: verb.Kind is "add" or "list");
        return verb.Kind switch
        {
            "add" => Add(view, call, world),
            "get" => Get(view, call, world),
            "list" => ListQuery.Of(call, view, verb.Fields, verb.Paging).Read(world.Store, rows => Wrap(rows, "rows")),
            "update" => Update(view, call, world),
            "delete" => Delete(view, call, world),
            _ => new Reply(Wrap(FieldList.Of(view, world, titlesOnly: verb.Result == "titles"), "fields")) { Work = Work.Read(1) },
        };
    }

    /// <summary>Adds a row without a caller's limits, as <c>Seed</c> does.</summary>
    public (View View, long Id, JsonObject Row) Insert(Call call, World world)
    {
        var view = View.Of(entity, call, needsOwner: true);
        var row = RowWriter.New(view, FieldsOf(call), call, world.Store);
        EntityRules.BeforeAdd(view, row);
        return (view, world.Store.Insert(view.Table, row), row);
    }

    private Reply Add(View view, Call call, World world)
    {
        var (id, row, affected) = world.Store.Together(() =>
        {
            var (_, newId, newRow) = Insert(call, world);
            return (newId, newRow, Recount(EntityRules.Affected(view, world.Store, newRow), world));
        });
        Tell(new Change(view.Table, id, "ADD", call), affected, world);
        return new Reply(verb.Result == "id" ? JsonValue.Create(id) : Wrap(view.Show(id, row), "row")) { Work = Work.Write };
    }

    private Reply Get(View view, Call call, World world)
    {
        var (id, row) = Existing(view, call, world);
        return new Reply(Wrap(view.Show(id, row), "row")) { Work = Work.Read(1, row.Count) };
    }

    private Reply Update(View view, Call call, World world)
    {
        var (id, row) = Existing(view, call, world);
        var affected = world.Store.Together(() =>
        {
            var before = (JsonObject)row.DeepClone();
            RowWriter.Change(view, row, FieldsOf(call), call, world.Store);
            world.Store.Update(view.Table, id, row);
            return Recount(EntityRules.Affected(view, world.Store, before, row), world);
        });
        Tell(new Change(view.Table, id, "UPDATE", call), affected, world);
        return new Reply(verb.Result switch
        {
            "true" => JsonValue.Create(true),
            "id" => JsonValue.Create(id),
            "null" => null,
            _ => Wrap(view.Show(id, row), "row"),
        }) { Work = Work.Write };
    }

    private Reply Delete(View view, Call call, World world)
    {
        var (id, row) = Existing(view, call, world);
        var affected = world.Store.Together(() =>
        {
            world.Store.Delete(view.Table, id);
            return Recount(EntityRules.Affected(view, world.Store, row), world);
        });
        Tell(new Change(view.Table, id, "DELETE", call), affected, world);
        return new Reply(verb.Result switch
        {
            "true" => JsonValue.Create(true),
            "empty" => new JsonArray(),
            "null" => null,
            var wrapped => new JsonObject { [wrapped["true:".Length..]] = true },
        }) { Work = Work.Write };
    }

    private static IReadOnlyList<ProductRowOwner> Recount(IReadOnlyList<ProductRowOwner> owners, World world)
    {
        foreach (var owner in owners)
            owner.Sum(world.Store);
        return owners;
    }

    private static void Tell(Change change, IReadOnlyList<ProductRowOwner> affected, World world)
    {
        world.Changed(change);
        foreach (var owner in affected)
            world.Changed(new Change(owner.Table, owner.Id, "UPDATE", change.Call));
    }

    private (long Id, JsonObject Row) Existing(View view, Call call, World world)
    {
        if (call[verb.Id] is null)
            throw entity.IsOld ? new RestError("", 400, "ID is not defined or invalid.") : RestError.MissingParameter(verb.Id.Split('|')[0]);
        return call.Number(verb.Id) is { } id && world.Store.Get(view.Table, id) is { } row && view.Owns(row)
            ? (id, row)
            : throw new RestError(entity.Missing, 400, entity.Missing.Length == 0 ? "Not found" : "Element not found");
    }

    /// <summary>The fields given by a call: a map, all parameters (<c>*</c>), or one of them under another name (<c>*from:TO</c>).</summary>
    private JsonObject FieldsOf(Call call)
    {
        if (!verb.Fields.StartsWith('*'))
            return Maps.Required(call, verb.Fields, entity);
        var fields = new JsonObject();
        var rename = verb.Fields.Length > 1 ? verb.Fields[1..].Split(':') : null;
        foreach (var (name, value) in call.Parameters)
        {
            var renamed = rename is not null && name.Equals(rename[0], StringComparison.OrdinalIgnoreCase);
            fields[renamed ? rename![1] : name.ToUpperInvariant()] = value?.DeepClone();
        }

        return fields;
    }

    /// <summary>Puts a row or rows under the name that this style, or with <c>*</c> the entity, gives them.</summary>
    private JsonNode Wrap(JsonNode inner, string kind)
    {
        if (!verb.Result.StartsWith(kind + ":", StringComparison.Ordinal))
            return inner;
        var name = verb.Result[(kind.Length + 1)..];
        return new JsonObject { [name != "*" ? name : kind == "rows" ? entity.Many : entity.One] = inner };
    }
}
