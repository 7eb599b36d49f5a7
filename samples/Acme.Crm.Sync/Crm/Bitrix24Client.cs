using System.Net.Http.Json;
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
        using var response = await _http.PostAsJsonAsync($"{_webhook}/{method}", parameters);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        if (answer.TryGetProperty("error", out var error))
        {
            var description = answer.TryGetProperty("error_description", out var text) ? text.GetString() : null;
            throw new Bitrix24Exception(method, error.ToString(), description);
        }

        return answer;
    }
}
