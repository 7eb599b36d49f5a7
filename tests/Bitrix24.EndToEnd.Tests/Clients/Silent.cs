using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;

/// <summary>Nobody looks at what the portal answers.</summary>
public class BitrixPush(HttpClient http, string webhook)
{
    public async Task PushAsync(string method, object data)
    {
        await http.PostAsJsonAsync($"{webhook}/{method}.json", data);
    }
}
