// The commonest synchronisation: what is there is updated, the rest is added.
// client: HttpJson
// n: 0 1 49 50 51 149 150
// seed: crm.deal n
// size: orders = n
// fixes: 1
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Order
{
    public int DealId { get; set; }

    public string Title { get; set; } = "";
}

public class Sync(Bitrix bitrix)
{
    public async Task RunAsync(List<Order> orders)
    {
        foreach (var order in orders)
        {
            if (order.DealId > 0)
            {
                await bitrix.CallAsync("crm.deal.update", new { id = order.DealId, fields = new { TITLE = order.Title } });
            }
            else
            {
                await bitrix.CallAsync("crm.deal.add", new { fields = new { TITLE = order.Title, STAGE_ID = "NEW" } });
            }
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var orders = Enumerable.Range(1, n).Select(i => new Order { DealId = i % 3 == 0 ? 0 : i, Title = $"№ {i}" }).ToList();
        await new Sync(new Bitrix(new HttpClient(), webhook)).RunAsync(orders);
        output.WriteLine(orders.Count(o => o.DealId == 0) + " new");
    }
}
