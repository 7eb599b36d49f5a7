// A response that is checked in the loop ends it between two writes. No fix.
// n: 4
// seed: crm.deal 2
// throws: HttpRequestException
// fixes: 0
// size: ids = n
// counts: at most
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Json;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string bitrixUrl, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            var response = await http.PostAsJsonAsync($"{bitrixUrl}/crm.deal.update", new { id, fields = new { TITLE = "x" } });
            response.EnsureSuccessStatusCode();
            output.WriteLine(id);
        }
    }
}
