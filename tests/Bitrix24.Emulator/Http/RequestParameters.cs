using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Microsoft.AspNetCore.Http.Features;

namespace Bitrix24.Emulator.Http;

/// <summary>The parameters of a request: its query, and over it its body as form, multipart or JSON.</summary>
internal static class RequestParameters
{
    /// <summary>Fields enough for fifty commands with all the fields of a row each.</summary>
    private static readonly FormOptions Multipart = new() { ValueCountLimit = 10_000 };

    public static async Task<JsonObject> ReadAsync(HttpRequest request)
    {
        var parameters = PhpQuery.Parse(request.QueryString.Value?.TrimStart('?') ?? "");
        if (!HttpMethods.IsPost(request.Method))
            return parameters;
        foreach (var (name, value) in await BodyAsync(request))
            parameters[name] = value?.DeepClone();
        return parameters;
    }

    private static async Task<JsonObject> BodyAsync(HttpRequest request)
    {
        var type = request.ContentType ?? "";
        if (type.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return await MultipartAsync(request);
        var body = await BytesAsync(request);
        if (type.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return PhpQuery.Parse(Encoding.UTF8.GetString(body));
        // A body of any other type, such as JSON called text/plain, is not read.
        if (body.Length == 0 || !type.Contains("json", StringComparison.OrdinalIgnoreCase))
            return [];
        try
        {
            return Json.Parse(body) switch
            {
                JsonObject map => map,
                JsonArray list => PhpMap.Of(list),
                _ => [],
            };
        }
        catch (JsonException)
        {
            throw RestError.Argument("The body is not valid JSON");
        }
    }

    private static async Task<JsonObject> MultipartAsync(HttpRequest request)
    {
        try
        {
            var form = await request.ReadFormAsync(Multipart);
            return PhpQuery.Of(form.SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? "")));
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            throw RestError.Argument("The body is not valid multipart/form-data");
        }
    }

    public static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return body.ToArray();
    }
}
