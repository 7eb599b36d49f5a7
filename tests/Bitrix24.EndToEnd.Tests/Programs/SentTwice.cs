// The same order stands in the list twice; what the first round marks keeps the second from sending. No fix.
// client: HttpJson
// n: 4
// seed: crm.deal n
// fixes: 0
// size: orders = n
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Order
{
    public int Id { get; set; }

    public bool IsSent { get; set; }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        List<Order> orders = Enumerable.Range(1, n).Select(i => new Order { Id = i }).ToList();
        orders.AddRange(orders.ToArray());
        foreach (var order in orders)
        {
            if (order.IsSent)
                continue;
            await bitrix.CallAsync("crm.deal.update", new { id = order.Id, fields = new { CLOSED = "Y" } });
            order.IsSent = true;
            output.WriteLine(order.Id);
        }
    }
}
