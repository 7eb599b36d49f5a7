// A helper that answers something of its own for what needs no call, in a for and in LINQ's order.
// client: Throwing
// n: 0 2 50 80
// seed: crm.company 40
// after: 1
// after-0: 0
// size: ids = n
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Companies(BitrixPortal portal)
{
    public async Task<string> NameAsync(int id)
    {
        if (id > 40)
            return "unknown";
        if (id % 2 == 0)
            return $"even {id}";

        var answer = await portal.CallAsync("crm.company.get", new { id });
        return answer.GetProperty("result").GetProperty("TITLE").GetString()!;
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var companies = new Companies(new BitrixPortal(new HttpClient(), webhook));
        var ids = Enumerable.Range(1, n).Reverse().ToList();
        foreach (var id in ids)
        {
            var name = await companies.NameAsync(id);
            output.WriteLine(name);
        }
    }
}
