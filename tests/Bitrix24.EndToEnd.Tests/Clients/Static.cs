using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

public static class BitrixRest
{
    private static readonly HttpClient Http = new();

    public static string Webhook { get; set; } = "";

    public static async Task<JsonElement> CallAsync(string method, object? args = null)
    {
        var response = await Http.PostAsync(Webhook + "/" + method, new StringContent(JsonSerializer.Serialize(args), Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        return JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
    }
}
