using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

public class BitrixApi
{
    public static readonly JsonSerializerOptions Options = new() { PropertyNameCaseInsensitive = true };
    private readonly HttpClient _http;
    private readonly string _webhook;

    public BitrixApi(HttpClient http, string webhook)
    {
        _http = http;
        _webhook = webhook;
    }

    public async Task<T> CallAsync<T>(string method, object parameters)
    {
        var content = new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json");
        var response = await _http.PostAsync($"{_webhook}/{method}", content);
        response.EnsureSuccessStatusCode();
        var json = await response.Content.ReadAsStringAsync();
        return JsonSerializer.Deserialize<T>(json, Options)!;
    }
}

public class Envelope<T>
{
    public T Result { get; set; } = default!;

    public int? Total { get; set; }

    public int? Next { get; set; }
}
