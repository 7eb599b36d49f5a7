using System.Text.Json.Nodes;
using Bitrix24.Emulator.Http;

namespace Bitrix24.Emulator.Calls;

/// <summary>REST as it was before 3.0: any transport, names in any letter case, <c>next</c> and <c>total</c> beside the result.</summary>
internal sealed class Version2 : IRestVersion
{
    public Task<JsonObject> ReadAsync(HttpRequest request, string method) => RequestParameters.ReadAsync(request);

    public IRestMethod? Find(World world, string method) => world.Methods.Find(method);

    public RestError UnknownMethod(string method) => RestError.Of("ERROR_METHOD_NOT_FOUND");

    public RestError MissingScope(string method) => RestError.Of("insufficient_scope");

    public RestError Argument(string description) => RestError.Argument(description);

    public (Reply Reply, TimeSpan Duration) Batch(Call call, Runner runner, World world) => new Batch(runner, call, world.Options.RequestLimit).Run();

    public JsonObject Success(Outcome outcome)
    {
        var reply = outcome.Reply!;
        var body = new JsonObject { ["result"] = reply.Result };
        if (reply.Next is { } next)
            body["next"] = next;
        if (reply.Total is { } total)
            body["total"] = total;
        body["time"] = outcome.Times.ToJson();
        return body;
    }

    public JsonObject Failure(RestError error) => FailureBody(error);

    public static JsonObject FailureBody(RestError error) => new() { ["error"] = error.CodeNode, ["error_description"] = error.Message };
}
