// JsonDocument answers, parameters in dictionaries.
// client: HttpDocument
// n: 0 1 50 51 149
// seed: crm.company n
// size: ids = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var gateway = new BitrixGateway(http, webhook);
        var ids = new List<int>();
        for (var i = 1; i <= n; i++)
            ids.Add(i);

        var titles = new SortedDictionary<string, int>();
        foreach (int id in ids)
        {
            using var document = await gateway.RequestAsync("crm.company.get", new Dictionary<string, object> { ["id"] = id });
            var company = document.RootElement.GetProperty("result");
            titles[company.GetProperty("TITLE").GetString() ?? "?"] = id;
        }

        foreach (var (title, id) in titles)
            output.WriteLine($"{title} = {id}");
    }
}
