// 2,501 deals.
// client: HttpNode
// n: 2501
// size: lines = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var client = new Bitrix24Client(http, webhook);
        string[] lines = Enumerable.Range(1, n).Select(i => $"{i};Deal {i};{i * 10}").ToArray();
        long last = 0;
        foreach (string line in lines)
        {
            string[] cells = line.Split(';');
            var deal = await client.PostAsync("crm.deal.add", new { fields = new { TITLE = cells[1], OPPORTUNITY = decimal.Parse(cells[2]), ORIGIN_ID = cells[0] } });
            last = (long)deal!["result"]!;
        }

        output.WriteLine($"{lines.Length} lines, the last one is {last}");
    }
}
