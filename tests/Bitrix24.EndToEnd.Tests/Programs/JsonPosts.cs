// The neighbour of CheckedPosts: reads, so that nobody can tell which of them were made.
// n: 0 1 4 52
// seed: crm.deal 51
// throws: HttpRequestException
// after: 2
// after-0: 0
// after-1: 1
// size: ids = n
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Text.Json;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string bitrixUrl, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var ids = Enumerable.Range(1, n).Reverse().Select(id => id == 1 ? 1000 : id).ToList();
        foreach (var id in ids.Where(id => id < 52 || id > 60))
        {
            var response = await http.PostAsJsonAsync($"{bitrixUrl}/crm.deal.get", new { id });
            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            output.WriteLine(answer.GetProperty("result").GetProperty("TITLE").GetString());
        }
    }
}
