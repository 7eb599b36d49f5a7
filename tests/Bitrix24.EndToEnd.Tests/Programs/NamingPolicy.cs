// The wrapper's options make names of properties SNAKE_CASE and leave out what is null.
// client: SnakeCase
// n: 0 1 50 51
// size: deals = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public record DealFields(string Title, decimal? Opportunity, string? Comments, int ContactId);

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new BitrixSnake(new HttpClient(), webhook);
        var deals = Enumerable.Range(1, n).Select(i => new DealFields($"D{i}", i % 2 == 0 ? null : i * 0.1m, i % 3 == 0 ? null : "no", i)).ToList();
        foreach (var deal in deals)
        {
            var added = await bitrix.PostAsync("crm.deal.add", new { fields = deal, Params = new { RegisterSonetEvent = "N" } });
            output.WriteLine(added.GetProperty("result").GetInt32());
        }
    }
}
