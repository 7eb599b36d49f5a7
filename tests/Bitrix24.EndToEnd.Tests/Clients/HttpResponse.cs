using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;

public class BitrixHttp(HttpClient http, string webhook)
{
    public Task<HttpResponseMessage> SendAsync(string method, Dictionary<string, string> form) =>
        http.PostAsync($"{webhook}/{method}", new FormUrlEncodedContent(form));
}
