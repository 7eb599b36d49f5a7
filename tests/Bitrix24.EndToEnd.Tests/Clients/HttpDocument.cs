using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

public class BitrixGateway
{
    private readonly HttpClient client;
    private readonly string url;

    public BitrixGateway(HttpClient client, string url) => (this.client, this.url) = (client, url);

    public async Task<JsonDocument> RequestAsync(string method, Dictionary<string, object> args)
    {
        var json = JsonSerializer.Serialize(args);
        var response = await client.PostAsync(url + "/" + method + ".json", new StringContent(json, Encoding.UTF8, "application/json"));
        response.EnsureSuccessStatusCode();
        var text = await response.Content.ReadAsStringAsync();
        return JsonDocument.Parse(text);
    }
}
