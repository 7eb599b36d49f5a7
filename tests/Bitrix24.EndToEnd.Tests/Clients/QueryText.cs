using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

public class BitrixQuery(HttpClient http, string webhook)
{
    public async Task<JsonNode?> CallAsync(string method, string query)
    {
        var content = new StringContent(query, Encoding.UTF8, "application/x-www-form-urlencoded");
        var response = await http.PostAsync($"{webhook}/{method}.json", content);
        response.EnsureSuccessStatusCode();
        return JsonNode.Parse(await response.Content.ReadAsStringAsync());
    }
}
