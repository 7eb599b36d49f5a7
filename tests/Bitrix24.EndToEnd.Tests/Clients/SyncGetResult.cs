using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json;

public sealed class BitrixConnector(HttpClient http, string webhook)
{
    public JsonElement Invoke(string method, IDictionary<string, string> args)
    {
        var response = http.PostAsync($"{webhook}/{method}.json", new FormUrlEncodedContent(args)).GetAwaiter().GetResult();
        response.EnsureSuccessStatusCode();
        var text = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        return JsonDocument.Parse(text).RootElement;
    }
}
