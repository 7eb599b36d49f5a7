using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

public class BitrixDocuments(HttpClient http, string webhook)
{
    public async Task<JObject> CallAsync(string method, JObject parameters)
    {
        var content = new StringContent(JsonConvert.SerializeObject(parameters), Encoding.UTF8, "application/json");
        var response = await http.PostAsync($"{webhook}/{method}.json", content);
        return JObject.Parse(await response.Content.ReadAsStringAsync());
    }
}
