using System.Text.Json;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Http;

namespace Bitrix24.Emulator.Version3;

/// <summary>REST 3.0: JSON only, uniform results and errors, a batch that is an array and fails as a whole.</summary>
internal sealed class VersionThree : IRestVersion
{
    private static readonly Dictionary<string, IRestMethod> Methods = EntityMethod3.All().Concat<IRestMethod>(DocumentationMethods.All)
        .ToDictionary(method => method.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => Methods.Values.Select(method => method.Name).Append(Calls.Batch.Name).Order(StringComparer.Ordinal);

    public static IEnumerable<IRestMethod> All => Methods.Values;

    public async Task<JsonObject> ReadAsync(HttpRequest request, string method)
    {
        // Parameters in the query are not read, so a request without a body has none.
        if (!HttpMethods.IsPost(request.Method))
            return TakesParameters(method) ? throw Argument("Requests with parameters are sent by POST") : [];
        return await BodyAsync(request) switch
        {
            null => [],
            JsonObject map => map,
            JsonArray list when list.Count == 0 || Calls.Batch.Is(method) => PhpMap.Of(list),
            JsonArray => throw Argument("The body is a map of parameters; only that of a batch is an array"),
            _ => throw RestError.Of(Errors.InvalidJson),
        };
    }

    private static async Task<JsonNode?> BodyAsync(HttpRequest request)
    {
        var body = await RequestParameters.BytesAsync(request);
        if (body.Length == 0)
            return null;
        if (request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
            throw RestError.Of(Errors.InvalidJson, "The body is no JSON: its type is another");
        try
        {
            return Json.Parse(body);
        }
        catch (JsonException)
        {
            throw RestError.Of(Errors.InvalidJson);
        }
    }

    private static bool TakesParameters(string method) => Calls.Batch.Is(method) || Methods.GetValueOrDefault(method) is EntityMethod3;

    public IRestMethod? Find(World world, string method) => Methods.GetValueOrDefault(method);

    public RestError UnknownMethod(string method) => RestError.Of(Errors.MethodNotFound);

    public RestError MissingScope(string method) => RestError.Of(Errors.InsufficientScope);

    public RestError Argument(string description) => RestError.Of(Errors.Validation, description);

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
