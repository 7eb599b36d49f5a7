using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

public sealed class Bitrix24Client(HttpClient http, string webhook)
{
    public async Task<JsonNode?> PostAsync(string method, object body)
    {
        var response = await http.PostAsJsonAsync($"{webhook}/{method}", body);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonNode>();
    }
}
