using System.Text.Json;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Http;

namespace Bitrix24.Emulator.Version3;

/// <summary>REST 3.0: JSON only, uniform results and errors, a batch that is an array and fails as a whole.</summary>
internal sealed class VersionThree : IRestVersion
{
    /// <summary>The name under which a body that is an array is kept.</summary>
    public const string Root = "calls";

    private static readonly Dictionary<string, IRestMethod> Methods = EntityMethod3.All().Concat<IRestMethod>(DocumentationMethods.All)
        .ToDictionary(method => method.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => Methods.Values.Select(method => method.Name).Append(Calls.Batch.Name).Order(StringComparer.Ordinal);

    public static IEnumerable<IRestMethod> All => Methods.Values;

    public async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        try
        {
            // Parameters in the query are not read, nor is a body in another format.
            return await RequestParameters.JsonAsync(request) switch
            {
                null => [],
                JsonObject map => map,
                JsonArray list => new JsonObject { [Root] = list },
                _ => throw RestError.Of(Errors.InvalidJson),
            };
        }
        catch (JsonException)
        {
            throw RestError.Of(Errors.InvalidJson);
        }
    }

    public IRestMethod? Find(World world, string method) => Methods.GetValueOrDefault(method);

    public RestError UnknownMethod(string method) => RestError.Of(Errors.MethodNotFound);

    public RestError MissingScope(string method) => RestError.Of(Errors.InsufficientScope);

    public (Reply Reply, TimeSpan Duration) Batch(Call call, Runner runner, World world) => new Batch3(runner, call, world.Options.RequestLimit).Run();

    public JsonObject Success(Outcome outcome) => new() { ["result"] = outcome.Reply!.Result, ["time"] = outcome.Times.ToJson() };

    public JsonObject Failure(RestError error)
    {
        if (error.IsRefusal)
            return Version2.FailureBody(error);
        var body = new JsonObject { ["code"] = error.Code, ["message"] = error.Message };
        if (error.Field is { } field)
            body["validation"] = new JsonArray(new JsonObject { ["message"] = error.Message, ["field"] = field });
        return new JsonObject { ["error"] = body };
    }
}
