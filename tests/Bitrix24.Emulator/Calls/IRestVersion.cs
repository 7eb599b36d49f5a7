using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Calls;

/// <summary>What differs between versions 2 and 3 of REST: where parameters are, which methods there are, how an answer looks.</summary>
internal interface IRestVersion
{
    Task<JsonObject> ReadAsync(HttpRequest request, string method);

    IRestMethod? Find(World world, string method);

    RestError UnknownMethod(string method);

    RestError MissingScope(string method);

    /// <summary>The error of parameters that cannot be what they are.</summary>
    RestError Argument(string description);

    (Reply Reply, TimeSpan Duration) Batch(Call call, Runner runner, World world);

    JsonObject Success(Outcome outcome);

    JsonObject Failure(RestError error);
}
