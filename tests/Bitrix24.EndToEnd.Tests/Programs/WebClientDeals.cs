// WebClient, a new one for each call.
// client: WebClientText
// n: 0 1 50 51
// size: orders = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

public class Order
{
    public int Number { get; set; }

    public double Sum { get; set; }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        await Task.Yield();
        var bitrix = new BitrixWeb(webhook);
        var orders = Enumerable.Range(1, n).Select(i => new Order { Number = i, Sum = i / 8.0 }).ToArray();
        for (var i = 0; i < orders.Length; i++)
        {
            var order = orders[i];
            var answer = bitrix.Post("crm.deal.add", new { fields = new { TITLE = "Order " + order.Number, OPPORTUNITY = order.Sum, CURRENCY_ID = "EUR" } });
            output.WriteLine(JObject.Parse(answer)["result"]);
        }
    }
}
