using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

/// <summary>Gives the text of the answer, whatever its status.</summary>
public class Bx24
{
    private readonly HttpClient _client = new();
    private readonly string _hook;

    public Bx24(string hook)
    {
        _hook = hook;
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public async Task<string> CallAsync(string method, object data)
    {
        var content = new StringContent(JsonSerializer.Serialize(data), Encoding.UTF8, "application/json");
        var response = await _client.PostAsync(_hook + "/" + method, content);
        return await response.Content.ReadAsStringAsync();
    }
}
