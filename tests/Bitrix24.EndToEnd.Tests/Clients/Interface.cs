using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;

public interface IBitrixClient
{
    Task<JsonNode> CallAsync(string method, IReadOnlyDictionary<string, object> parameters, CancellationToken cancellationToken = default);
}

internal sealed class BitrixClient : IBitrixClient
{
    private readonly HttpClient _http;
    private readonly string _webhook;

    public BitrixClient(HttpClient http, string webhook) => (_http, _webhook) = (http, webhook);

    public async Task<JsonNode> CallAsync(string method, IReadOnlyDictionary<string, object> parameters, CancellationToken cancellationToken = default)
    {
        using var content = new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync($"{_webhook}/{method}.json", content, cancellationToken).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        return JsonNode.Parse(text)!;
    }
}
