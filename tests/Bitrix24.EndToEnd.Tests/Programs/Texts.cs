// Texts that have to survive a query string.
// client: HttpJson
// n: 0 1 22
// size: texts = n
// after: ⌈n/50⌉ + 1
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    private static readonly string[] All =
    [
        "", " ", "a & b", "#1 # 2", "100%", "100%25", "1 + 1 = 2", "\"quoted\" 'single' `back`", @"C:\temp\new", "a\\\"b", "Привет, мир", "😀👩‍👩‍👧‍👦 𝄞",
        "line\nbreak\r\n\ttab", "<b>&amp;</b>", "a=b&c[d]=e", "[0]", "?x=1;y=2", "null", "true", "0.10", "ß ı İ ﷽", "\u200b\u00a0",
    ];

    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var texts = All.Take(n).ToList();
        foreach (var text in texts)
        {
            await bitrix.CallAsync("crm.deal.add", new { fields = new { TITLE = text, COMMENTS = "«" + text + "»", UTM_TERM = text.ToUpperInvariant() } });
        }

        var page = await bitrix.CallAsync("crm.deal.list", new { select = new[] { "TITLE", "COMMENTS" } });
        output.WriteLine(page.GetProperty("result").GetRawText());
    }
}
