using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

public sealed class Bitrix
{
    private readonly HttpClient _http;
    private readonly string _webhook;

    public Bitrix(HttpClient http, string portal, string secrets)
    {
        _http = http;
        _webhook = portal + "/rest/" + secrets.Split(' ')[0];
    }

    public async Task<JsonElement> CallAsync(string method, object parameters)
    {
        var content = new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync($"{_webhook}/{method}.json", content);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
