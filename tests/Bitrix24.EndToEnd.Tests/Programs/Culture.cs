// Numbers where the current culture writes them with a comma.
// client: HttpJson
// n: 0 1 50 51
// size: rows = n
// after: ⌈n/50⌉
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public record Row(decimal Price, double Weight, float Rate);

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var rows = Enumerable.Range(1, n).Select(i => new Row(1234.5m * i, i / 3.0, i * 1e10f)).ToList();
        foreach (var row in rows)
        {
            var answer = await bitrix.CallAsync("crm.deal.add", new { fields = new { TITLE = $"{row.Price} EUR", OPPORTUNITY = row.Price, TAX_VALUE = row.Weight, COMMENTS = $"{row.Rate:N1}" } });
            output.WriteLine($"{answer.GetProperty("result").GetInt32():N0}: {row.Weight:F2}");
        }
    }
}
