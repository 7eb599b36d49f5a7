using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

public class BitrixRaw
{
    private readonly HttpClient _http;
    private readonly string _url;

    public BitrixRaw(HttpClient http, string url)
    {
        _http = http;
        _url = url;
    }

    public async Task<JsonElement> SendAsync(string method, string json)
    {
        var content = new StringContent(json, Encoding.UTF8, "application/json");
        var response = await _http.PostAsync($"{_url}/{method}", content);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsStringAsync();
        return JsonSerializer.Deserialize<JsonElement>(body);
    }
}
