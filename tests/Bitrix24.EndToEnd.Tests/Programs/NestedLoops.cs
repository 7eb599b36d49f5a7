// A loop in a loop: the inner one is fixed, once for each of the outer ones.
// client: HttpJson
// n: 0 1 50 60
// seed: crm.lead 180
// size: regions = 3
// size: Leads = n
// after: 3·⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Region
{
    public string Name { get; init; } = "";

    public List<int> Leads { get; init; } = [];
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var regions = Enumerable.Range(0, 3).Select(r => new Region { Name = "Region " + r, Leads = Enumerable.Range(r * n + 1, n).ToList() }).ToList();
        foreach (var region in regions)
        {
            foreach (var lead in region.Leads)
            {
                var answer = await bitrix.CallAsync("crm.lead.get", new { id = lead });
                output.WriteLine($"{region.Name}: {answer.GetProperty("result").GetProperty("TITLE")}");
            }

            output.WriteLine("--- " + region.Name);
        }
    }
}
