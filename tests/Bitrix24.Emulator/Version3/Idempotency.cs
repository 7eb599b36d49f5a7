using System.Security.Cryptography;
using System.Text;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Http;

namespace Bitrix24.Emulator.Version3;

/// <summary>Answers of writes kept for a day under the caller's <c>Idempotency-Key</c>.</summary>
internal sealed class Idempotency
{
    private const string Header = "Idempotency-Key";
    private const int MaximumLength = 255;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    private readonly Dictionary<string, (string Body, Response Response, DateTimeOffset At)> _answers = new(StringComparer.Ordinal);

    public Response Answer(HttpRequest request, Call call, IRestMethod? method, Func<Response> run)
    {
        if (method is not EntityMethod3 { Writes: true } || !request.Headers.TryGetValue(Header, out var values))
            return run();
        var key = values.ToString();
        if (key.Length is 0 or > MaximumLength || !key.All(c => c is >= ' ' and <= '~'))
            return Refuse(Errors.InvalidKey);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal) { [Header] = key };
        var name = $"{call.Caller.Name} {call.Caller.UserId} {method.Name} {key}";
        var body = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(call.Parameters.ToJsonString())));
        if (_answers.TryGetValue(name, out var known) && call.Now < known.At + Kept)
        {
            headers["Idempotent-Replayed"] = "true";
            return known.Body == body ? known.Response with { Headers = headers, Duration = TimeSpan.Zero, Body = known.Response.Body?.DeepClone() } : Refuse(Errors.KeyReused);
        }

        var response = run() with { Headers = headers };
        // A failed call runs again under the same key.
        if (response.Status == StatusCodes.Status200OK)
            _answers[name] = (body, response with { Body = response.Body?.DeepClone() }, call.Now);
        return response;
    }

    private static Response Refuse(string code)
    {
        var error = RestError.Of(code);
        return new Response(error.Status, new VersionThree().Failure(error), TimeSpan.Zero);
    }
}
