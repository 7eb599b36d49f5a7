// Writes by GET, with a query that is encoded, and one that is not.
// n: 0 1 9
// size: names = n
// size: titles = n
// fixes: 2
// after: ⌈n/50⌉ + ⌈n/50⌉
using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    private static readonly string[] All = ["plain", "two words", "C# & F#", "a+b", "50%25", "Имя", "\"q\"", "a=b", " x "];

    public static async Task RunAsync(string bitrix, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var names = All.Take(n).ToList();
        foreach (var name in names)
        {
            var response = await http.GetAsync($"{bitrix}/crm.contact.add?fields[NAME]={Uri.EscapeDataString(name)}&fields[OPENED]=N");
            output.WriteLine(response.StatusCode);
        }

        var titles = All.Take(n).ToList();
        foreach (var title in titles)
        {
            var response = await http.GetAsync(bitrix + "/crm.company.add.json?fields[TITLE]=" + title + "&fields[COMMENTS]=y");
            output.WriteLine(await response.Content.ReadAsStringAsync() is var text && text.Length > 12 ? text.Substring(0, 12) : "none");
        }
    }
}
