using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

public class BitrixNodes(HttpClient http, string webhook)
{
    public async Task<JsonNode> CallAsync(string method, JsonObject parameters)
    {
        using var response = await http.PostAsJsonAsync($"{webhook}/{method}", parameters);
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }
}
