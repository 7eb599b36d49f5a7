using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

public interface IBitrix24
{
    Task<JToken> PostAsync(string method, object data);
}

public class Bitrix24Rest(HttpClient http, string webhook) : IBitrix24
{
    public async Task<JToken> PostAsync(string method, object data)
    {
        using var content = new StringContent(JsonConvert.SerializeObject(data), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(webhook + "/" + method, content);
        var text = await response.Content.ReadAsStringAsync();
        return JToken.Parse(text);
    }
}
