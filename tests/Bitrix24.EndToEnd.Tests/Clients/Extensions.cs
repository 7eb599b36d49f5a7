using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

public static class BitrixExtensions
{
    public static async ValueTask<JsonElement> CallBitrixAsync(this HttpClient http, string webhook, string method, object payload)
    {
        var json = JsonSerializer.Serialize(payload);
        using var request = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(webhook + "/" + method, request).ConfigureAwait(false);
        var text = await response.Content.ReadAsStringAsync().ConfigureAwait(false);
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
