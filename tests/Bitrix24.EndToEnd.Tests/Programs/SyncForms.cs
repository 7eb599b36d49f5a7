// GetAwaiter().GetResult() around a form; list.ForEach.
// client: SyncGetResult
// n: 0 1 49 51
// size: names = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        var bitrix = new BitrixConnector(http, webhook);
        List<string> names = Enumerable.Range(1, n).Select(i => $"Иван {i}").ToList();
        names.ForEach(name =>
        {
            var added = bitrix.Invoke("crm.contact.add", new Dictionary<string, string> { ["fields[NAME]"] = name, ["fields[LAST_NAME]"] = "O'Neil & Sons" });
            output.WriteLine(name + " = " + added.GetProperty("result"));
        });
        return Task.CompletedTask;
    }
}
