using System;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

public class BitrixException(string code, string description) : Exception(code + ": " + description)
{
    public string Code { get; } = code;
}

public class BitrixPortal(HttpClient http, string webhook)
{
    public async Task<JsonElement> CallAsync(string method, object parameters)
    {
        var response = await http.PostAsync($"{webhook}/{method}", new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json"));
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        if (answer.TryGetProperty("error", out var error))
            throw new BitrixException(error.GetString()!, answer.GetProperty("error_description").GetString()!);
        return answer;
    }
}
