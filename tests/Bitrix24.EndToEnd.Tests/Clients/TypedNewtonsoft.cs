using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json;

public class BitrixTyped
{
    private readonly HttpClient _http;
    private readonly string _webhook;

    public BitrixTyped(HttpClient http, string webhook)
    {
        _http = http;
        _webhook = webhook;
    }

    public async Task<TResult> PostAsync<TResult>(string method, object request)
    {
        var body = JsonConvert.SerializeObject(request);
        using var response = await _http.PostAsync($"{_webhook}/{method}", new StringContent(body, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        return JsonConvert.DeserializeObject<TResult>(await response.Content.ReadAsStringAsync())!;
    }
}
