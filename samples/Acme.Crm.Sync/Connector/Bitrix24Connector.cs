using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bitrix24.Connector;

// A stand-in for a vendor's SDK: its surface, over a webhook.

public interface IBitrix24Connector
{
    IRequestHandler RequestHandler { get; }
}

public interface IRequestHandler
{
    Task<Response<T>> ExecuteAsync<T>(string method, object query);
}

public class Response<T>
{
    [JsonPropertyName("result")]
    public T? Result { get; set; }

    [JsonPropertyName("error")]
    public string? Error { get; set; }
}

public class Bitrix24Connector(HttpClient http, string webhook) : IBitrix24Connector, IRequestHandler
{
    public IRequestHandler RequestHandler => this;

    public async Task<Response<T>> ExecuteAsync<T>(string method, object query)
    {
        var body = new StringContent(JsonSerializer.Serialize(query), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(webhook.TrimEnd('/') + "/" + method, body);
        return JsonSerializer.Deserialize<Response<T>>(await response.Content.ReadAsStringAsync())!;
    }
}
