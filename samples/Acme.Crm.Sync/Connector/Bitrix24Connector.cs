using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bitrix24.Connector;

// A stand-in for a vendor's SDK: its surface, over a webhook.

public interface IBitrix24Connector
{
    RequestHandler RequestHandler { get; }
}

public sealed class UpdateResponse
{
    [JsonPropertyName("result")]
    public bool Result { get; set; }
}

public sealed class Bitrix24Connector(HttpClient http, string webhook) : IBitrix24Connector
{
    public RequestHandler RequestHandler { get; } = new RequestHandler(http, webhook);
}

public sealed class RequestHandler
{
    private readonly HttpClient _http;
    private readonly string _webhook;

    public RequestHandler(HttpClient http, string webhook)
    {
        _http = http;
        _webhook = webhook;
    }

    public async Task<TResponse> ExecuteAsync<TResponse>(string method, object query)
    {
        var body = new StringContent(JsonSerializer.Serialize(query), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(_webhook.TrimEnd('/') + "/" + method, body);
        var text = await response.Content.ReadAsStringAsync();
        return JsonSerializer.Deserialize<TResponse>(text)!;
    }
}
