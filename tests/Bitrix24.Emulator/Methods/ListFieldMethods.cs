using System.Globalization;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Methods;

/// <summary>Fields of a list: named by a number of their own, answered as a map.</summary>
internal static class ListFieldMethods
{
    private const string Table = "lists_field";
    private const string Prefix = "PROPERTY_";

    private static readonly Entity Fields = new("lists.field", Table, "", "upper", "text", 50, "IBLOCK_ID:IBLOCK_ID", "ID", "", "ERROR_FIELD_NOT_FOUND", "lists");

    public static readonly IReadOnlyList<IRestMethod> All =
    [
        new RestMethod("lists.field.get", "lists", Get),
        new RestMethod("lists.field.add", "lists", (call, world) =>
        {
            var view = View.Of(Fields, call, needsOwner: true);
            var row = RowWriter.New(view, call.Map("FIELDS"), call, world.Store);
            return new Reply(Name(world.Store.Insert(Table, row))) { Work = Work.Write };
        }),
        new RestMethod("lists.field.update", "lists", (call, world) =>
        {
            var (view, id, row) = Existing(call, world);
            RowWriter.Change(view, row, call.Map("FIELDS"), call, world.Store);
            world.Store.Update(Table, id, row);
            return Reply.True with { Work = Work.Write };
        }),
        new RestMethod("lists.field.delete", "lists", (call, world) =>
        {
            world.Store.Delete(Table, Existing(call, world).Id);
            return Reply.True with { Work = Work.Write };
        }),
    ];

    private static Reply Get(Call call, World world)
    {
        var view = View.Of(Fields, call, needsOwner: true);
        var map = new JsonObject();
        foreach (var (id, row) in world.Store.All(Table).Where(row => view.Owns(row.Row)))
        {
            if (call.Text("FIELD_ID") is { } wanted && wanted != Name(id))
                continue;
            var shown = view.Show(id, row);
            shown["FIELD_ID"] = Name(id);
            // One field is answered under its type, all of them under their names.
            map[call.Text("FIELD_ID") is null ? Name(id) : Scalar.Text(row["TYPE"]) ?? "S"] = shown;
        }

        return new Reply(PhpMap.Answer(map)) { Work = Work.Read(map.Count) };
    }

    private static (View View, long Id, JsonObject Row) Existing(Call call, World world)
    {
        var view = View.Of(Fields, call, needsOwner: true);
        var name = call.Text("FIELD_ID") ?? throw RestError.MissingParameter("FIELD_ID");
        return name.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(name[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && world.Store.Get(Table, id) is { } row && view.Owns(row)
            ? (view, id, row)
            : throw RestError.Of(Fields.Missing, "Field not found");
    }

    private static string Name(long id) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{id}");
}
