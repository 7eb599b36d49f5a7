using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Version3;

/// <summary>Methods of REST 3.0 about itself.</summary>
internal static class DocumentationMethods
{
    public static readonly IReadOnlyList<IRestMethod> All =
    [
        new RestMethod("rest.documentation.openapi", "", (_, _) => OpenApi()),
        new RestMethod("documentation", "", (_, _) => OpenApi()),
        new RestMethod("rest.scope.list", "", (_, _) =>
        {
            var scopes = new JsonObject();
            foreach (var method in VersionThree.All)
                scopes[method.Name] = method.Scope;
            return new Reply(scopes);
        }),
    ];

    private static Reply OpenApi()
    {
        var paths = new JsonObject();
        foreach (var name in VersionThree.Names)
            paths["/" + name] = new JsonObject();
        return new Reply(new JsonObject
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Bitrix24 REST V3 API", ["version"] = "1.0.0" },
            ["paths"] = paths,
        });
    }
}
