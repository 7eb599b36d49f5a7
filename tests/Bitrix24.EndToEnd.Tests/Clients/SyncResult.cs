using System.Net.Http;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

public class BitrixSync
{
    private readonly string _webhook;
    private readonly HttpClient _http = new HttpClient();

    public BitrixSync(string webhook)
    {
        _webhook = webhook;
    }

    public JObject Call(string method, object data)
    {
        var content = new StringContent(JsonConvert.SerializeObject(data), Encoding.UTF8, "application/json");
        var response = _http.PostAsync(_webhook + "/" + method, content).Result;
        var text = response.Content.ReadAsStringAsync().Result;
        return JObject.Parse(text);
    }
}
