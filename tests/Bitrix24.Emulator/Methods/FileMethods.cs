using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;

namespace Bitrix24.Emulator.Methods;

/// <summary>Files of the drive: kept without their content, of which the size is enough.</summary>
internal static class FileMethods
{
    private const string Table = "disk_file";

    private static readonly Entity Files = new("disk.file", Table, "", "upper", "text", 50, "", "ID", "", "ERROR_NOT_FOUND", "disk");

    public static readonly IReadOnlyList<IRestMethod> All =
    [
        new RestMethod("disk.folder.uploadFile", "disk", Upload) { NotInBatch = true },
        new RestMethod("disk.file.get", "disk", (call, world) =>
        {
            var id = call.Number("id") ?? throw RestError.MissingParameter("id");
            var row = world.Store.Get(Table, id) ?? throw RestError.Of(Files.Missing, "Could not find entity.");
            return new Reply(View.Of(Files, call, needsOwner: false).Show(id, row)) { Work = Work.Read(1, row.Count) };
        }),
    ];

    private static Reply Upload(Call call, World world)
    {
        var folder = call.Number("id") ?? throw RestError.MissingParameter("id");
        var name = Scalar.Text(call.Map("data")["NAME"]) ?? throw RestError.MissingParameter("data");
        // The content is base64, alone or after its own name.
        var content = call.Values("fileContent").Select(Scalar.Text).LastOrDefault() ?? throw RestError.MissingParameter("fileContent");
        var buffer = new byte[content.Length];
        if (!Convert.TryFromBase64String(content, buffer, out var size))
            throw RestError.Argument("fileContent is no base64");
        var view = View.Of(Files, call, needsOwner: false);
        var row = RowWriter.New(view, new JsonObject { ["NAME"] = name, ["PARENT_ID"] = folder, ["SIZE"] = size }, call, world.Store);
        return new Reply(view.Show(world.Store.Insert(Table, row), row)) { Work = Work.Write };
    }
}
