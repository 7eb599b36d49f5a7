using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

public class BitrixService
{
    private readonly HttpClient _httpClient;
    private readonly string _baseUrl;

    public BitrixService(HttpClient httpClient, string baseUrl)
    {
        _httpClient = httpClient;
        _baseUrl = baseUrl;
    }

    public async Task<JObject> ExecuteAsync(string method, Dictionary<string, object?> parameters)
    {
        var json = JsonConvert.SerializeObject(parameters);
        var response = await _httpClient.PostAsync($"{_baseUrl}/{method}", new StringContent(json, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        return JObject.Parse(await response.Content.ReadAsStringAsync());
    }
}
