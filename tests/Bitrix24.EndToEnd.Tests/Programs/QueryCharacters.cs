// A query string as people put it together, with what a browser would encode left as it is. What is no encoding goes out alone.
// client: QueryText
// n: 0 1 12
// size: names = n
// after: ⌈n/50⌉
// after-12: 3
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    private static readonly string[] Names =
    [
        "plain", "two words", "C# and F#", "a+b", "50%25", "50%", "Имя", "\"q\" 'q'", "x;y", "a=b", "[1]", "end ",
    ];

    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new BitrixQuery(new HttpClient(), webhook);
        List<string> names = Names.Take(n).ToList();
        foreach (var name in names)
        {
            var added = await bitrix.CallAsync("crm.lead.add", $"fields[TITLE]={name}&fields[COMMENTS]=({name})&fields[OPENED]=Y&&params[]=1&params[]=2");
            output.WriteLine(added!["result"]!.ToJsonString());
        }
    }
}
