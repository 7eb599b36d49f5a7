using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>Puts the fields of a call into a row, with the defaults and stamps that the portal adds.</summary>
internal static class RowWriter
{
    public static JsonObject New(View view, JsonObject given, Call call, RowStore store)
    {
        var row = view.Shape.NewRow();
        Stamp(view, row, call, isNew: true);
        foreach (var (name, value) in view.Owner)
            row[name] = value.DeepClone();
        Put(view, row, given, store);
        if (view.Shape.Fields.FirstOrDefault(field => field.IsRequired && Scalar.IsEmpty(row[field.Name])) is { } missing)
            throw new RestError(view.Entity.Incomplete, 400, $"The field {view.NameOf(missing)} is required.");
        return row;
    }

    public static void Change(View view, JsonObject row, JsonObject given, Call call, RowStore store)
    {
        Put(view, row, given, store);
        Stamp(view, row, call, isNew: false);
    }

    private static void Put(View view, JsonObject row, JsonObject given, RowStore store)
    {
        foreach (var (name, value) in given)
        {
            if (name == MultiField.Universal && view.Entity.TakesCamel)
                MultiField.TakeUniversal(row, value as JsonObject ?? PhpMap.Of(value as JsonArray ?? []), view.Shape, store);
            if (view.Named(name) is not { IsId: false, IsReadOnly: false } field)
                continue;
            var stored = field.Kind == FieldKind.Multi ? MultiField.Merge(field, row[field.Name], value, store) : FieldValues.Store(field, value);
            if (stored is null)
                row.Remove(field.Name);
            else
                row[field.Name] = stored;
        }

        foreach (var (flag, source) in new[] { ("HAS_PHONE", "PHONE"), ("HAS_EMAIL", "EMAIL") })
        {
            if (view.Shape.Declares(flag))
                row[flag] = row[source] is JsonArray { Count: > 0 } ? "Y" : "N";
        }
    }

    private static void Stamp(View view, JsonObject row, Call call, bool isNew)
    {
        foreach (var field in view.Shape.Fields)
        {
            if (field.Flags.Contains("modified") || (isNew && field.Flags.Contains("created")))
                row[field.Name] = PortalTime.Text(call.Now);
            else if (field.Flags.Contains("editor") || (isNew && field.Flags.Contains("author")))
                row[field.Name] = call.Caller.UserId;
        }
    }
}
