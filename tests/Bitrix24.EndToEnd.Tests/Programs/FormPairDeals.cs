// Form pairs, with values that have to be encoded once and once only.
// client: FormPairs
// n: 0 1 49 50 51 150
// size: rows = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var bitrix = new BitrixForms(http, webhook);
        var rows = Enumerable.Range(1, n).Select(i => $"50% + {i} & \"co\" = #{i}; ключ[{i}]?").ToList();
        foreach (var row in rows)
        {
            var answer = await bitrix.CallAsync("crm.deal.add", new[]
            {
                new KeyValuePair<string, string>("fields[TITLE]", row),
                new KeyValuePair<string, string>("fields[COMMENTS]", "a+b c%20d"),
                new KeyValuePair<string, string>("fields[STAGE_ID]", "C1:NEW"),
            });
            output.WriteLine(answer.GetProperty("result"));
        }
    }
}
