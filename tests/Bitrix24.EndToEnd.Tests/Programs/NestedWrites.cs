// Writes of two loops, one in the other, wait together.
// client: HttpJson
// n: 0 1 10 11
// after: ⌈(10·n)/50⌉
// size: orders = n
// size: Lines = 9
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public record Order(string Title, List<string> Lines);

public class Export(Bitrix bitrix)
{
    public async Task RunAsync(List<Order> orders)
    {
        foreach (var order in orders)
        {
            await bitrix.CallAsync("crm.deal.add", new { fields = new { TITLE = order.Title } });
            foreach (var line in order.Lines)
            {
                await bitrix.CallAsync("crm.product.add", new { fields = new { NAME = line, DESCRIPTION = order.Title } });
            }
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var orders = Enumerable.Range(1, n).Select(i => new Order($"O{i}", Enumerable.Range(1, 9).Select(l => $"{i}/{l}").ToList())).ToList();
        await new Export(new Bitrix(new HttpClient(), webhook)).RunAsync(orders);
        output.WriteLine(orders.Sum(o => o.Lines.Count));
    }
}
