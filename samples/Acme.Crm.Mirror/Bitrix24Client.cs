using System.Text;
using System.Text.Json;

namespace Acme.Crm.Mirror;

/// <param name="address">The address of an incoming webhook, such as https://portal.example/rest/1/code/</param>
public sealed class Bitrix24Client(HttpClient http, string address)
{
    public async Task<JsonElement> CallAsync(string method, object parameters)
    {
        var body = new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync($"{address.TrimEnd('/')}/{method}", body);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
    }
}
