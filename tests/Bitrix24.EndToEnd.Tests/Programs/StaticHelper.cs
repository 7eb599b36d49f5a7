// A static helper puts the fields together.
// client: Static
// n: 0 1 50 51
// size: orders = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

public record Order(string Number, decimal Total, string? Note);

public static class DealExport
{
    public static async Task ExportAsync(Order order)
    {
        var fields = new Dictionary<string, object>
        {
            ["TITLE"] = "Order " + order.Number,
            ["OPPORTUNITY"] = order.Total,
            ["CURRENCY_ID"] = "USD",
            ["COMMENTS"] = order.Note ?? "",
        };
        await BitrixRest.CallAsync("crm.deal.add", new { fields });
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        BitrixRest.Webhook = webhook;
        var orders = Enumerable.Range(1, n).Select(i => new Order($"{i:D5}", i * 1.25m, i % 2 == 0 ? $"call \"{i}\" <b>first</b>" : null)).ToArray();
        foreach (var order in orders)
        {
            await DealExport.ExportAsync(order);
        }

        output.WriteLine(orders.Length);
    }
}
