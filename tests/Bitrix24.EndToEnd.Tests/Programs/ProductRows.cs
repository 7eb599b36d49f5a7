// Rows of products: arrays of objects with numbers in them.
// client: HttpDocument
// n: 0 1 51
// seed: crm.deal n
// size: deals = n
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
        var gateway = new BitrixGateway(new HttpClient(), webhook);
        var deals = Enumerable.Range(1, n).ToDictionary(i => i, i => Enumerable.Range(1, i % 4 + 1).Select(l => (Name: $"Line {l} & more", Price: l * 9.99m, Count: l)).ToList());
        foreach (var (id, lines) in deals)
        {
            var rows = lines.Select(l => new { PRODUCT_NAME = l.Name, PRICE = l.Price, QUANTITY = l.Count, DISCOUNT_SUM = 0.0 }).ToArray();
            await gateway.RequestAsync("crm.deal.productrows.set", new Dictionary<string, object> { ["id"] = id, ["rows"] = rows });
        }

        output.WriteLine(deals.Count);
    }
}
