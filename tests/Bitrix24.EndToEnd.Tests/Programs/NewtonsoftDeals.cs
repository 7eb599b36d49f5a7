// Newtonsoft.Json: JObject answers; dates of the portal stay what they were.
// client: NewtonsoftObject
// n: 0 1 49 50 150
// seed: crm.deal n
// size: deals = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public record Deal(int Id, string Number);

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrixService = new BitrixService(new HttpClient(), webhook);
        List<Deal> deals = Enumerable.Range(1, n).Select(i => new Deal(i, $"N-{i:000}")).ToList();
        decimal sum = 0;
        foreach (Deal deal in deals)
        {
            var answer = await bitrixService.ExecuteAsync("crm.deal.get", new Dictionary<string, object?> { { "id", deal.Id } });
            sum += answer["result"]!.Value<decimal>("OPPORTUNITY");
            output.WriteLine($"{deal.Number} {answer["result"]!["TITLE"]} {answer["result"]!["DATE_CREATE"]!.Type} {answer["result"]!["COMPANY_ID"]!.Type}");
        }

        output.WriteLine(sum);
    }
}
