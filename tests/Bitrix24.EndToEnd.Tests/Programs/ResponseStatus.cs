// The loop sees the response itself: status and text.
// client: HttpResponse
// n: 0 1 3 50 52
// seed: crm.deal 51
// size: n = n
// after: ⌈n/50⌉
// after-52: 3
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var bitrix = new BitrixHttp(http, webhook);
        for (int i = 1; i <= n; i++)
        {
            var form = new Dictionary<string, string> { { "id", i.ToString(CultureInfo.InvariantCulture) } };
            using HttpResponseMessage response = await bitrix.SendAsync("crm.deal.get", form);
            var text = await response.Content.ReadAsStringAsync();
            using var json = JsonDocument.Parse(text);
            output.WriteLine((int)response.StatusCode + " " + (response.IsSuccessStatusCode
                ? json.RootElement.GetProperty("result").GetProperty("TITLE").GetString()
                : json.RootElement.GetProperty("error_description").GetString()));
        }
    }
}
