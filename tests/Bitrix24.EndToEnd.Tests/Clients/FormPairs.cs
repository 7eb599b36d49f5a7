using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;

public class BitrixForms
{
    private readonly HttpClient _http;
    private readonly string _webhook;

    public BitrixForms(HttpClient http, string webhook)
    {
        _http = http;
        _webhook = webhook;
    }

    public async Task<JsonElement> CallAsync(string method, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        using var response = await _http.PostAsync($"{_webhook}/{method}.json", new FormUrlEncodedContent(pairs));
        response.EnsureSuccessStatusCode();
        using var stream = await response.Content.ReadAsStreamAsync();
        return await JsonSerializer.DeserializeAsync<JsonElement>(stream);
    }
}
