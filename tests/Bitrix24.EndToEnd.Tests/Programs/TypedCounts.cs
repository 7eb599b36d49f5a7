// Totals of lists, as typed answers.
// client: Typed
// n: 0 1 7 51
// seed: crm.deal 120
// size: groups = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var api = new BitrixApi(new HttpClient(), webhook);
        var groups = Enumerable.Range(0, n).Select(i => $"{i}").ToList();
        var totals = new List<int>();
        foreach (var group in groups)
        {
            var page = await api.CallAsync<Envelope<List<Dictionary<string, object>>>>("crm.deal.list", new
            {
                filter = new Dictionary<string, object> { ["COMMENTS"] = group, [">ID"] = 10 },
                select = new[] { "ID", "TITLE" },
                order = new { ID = "DESC" },
            });
            totals.Add(page.Total ?? -1);
            output.WriteLine(string.Join(",", page.Result.Select(row => row["ID"] + ":" + row["TITLE"])));
        }

        output.WriteLine(string.Join(" ", totals));
    }
}
