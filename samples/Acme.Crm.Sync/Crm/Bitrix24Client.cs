using System.Text;
using System.Text.Json;

namespace Acme.Crm.Sync.Crm;

public class Bitrix24Client : IBitrix24Client
{
    private readonly HttpClient _http;
    private readonly string _webhook;

    /// <param name="webhook">The address of an incoming webhook, such as https://portal.example/rest/1/code/</param>
    public Bitrix24Client(HttpClient http, string webhook)
    {
        _http = http;
        _webhook = webhook.TrimEnd('/');
    }

    public async Task<JsonElement> CallAsync(string method, object parameters)
    {
        var body = new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync($"{_webhook}/{method}", body);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        if (answer.TryGetProperty("error", out var error))
        {
            var description = answer.TryGetProperty("error_description", out var text) ? text.GetString() : null;
            throw new Bitrix24Exception(method, error.ToString(), description);
        }

        return answer;
    }
}
