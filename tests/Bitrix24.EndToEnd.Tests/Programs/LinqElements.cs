// The elements are made by LINQ, in the order and number that it says.
// client: HttpJson
// n: 0 1 50 120
// seed: crm.contact 10
// after: 1
// after-0: 0
// size: groups = n
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var orders = Enumerable.Range(1, n).Select(i => new { Customer = i % 10 + 1, Sum = i }).ToList();
        foreach (var group in orders.GroupBy(o => o.Customer).OrderByDescending(g => g.Sum(o => o.Sum)).ThenBy(g => g.Key).Select(g => new { Id = g.Key, Total = g.Sum(o => o.Sum) }).Take(8))
        {
            var contact = await bitrix.CallAsync("crm.contact.get", new { id = group.Id });
            output.WriteLine($"{contact.GetProperty("result").GetProperty("NAME").GetString()}: {group.Total}");
        }
    }
}
