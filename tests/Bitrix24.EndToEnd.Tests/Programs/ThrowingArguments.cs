// What the parameters are made of fails for one of the elements: everything before it is written, and nothing behind it.
// client: HttpJson
// n: 2 60 120
// size: names = n
// throws: NullReferenceException
// after: 2
// after-2: 1
// counts: at most
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var names = Enumerable.Range(1, n).Select(i => i == 55 ? null! : $"Name {i}").ToList();
        foreach (var name in names)
        {
            var answer = await bitrix.CallAsync("crm.contact.add", new { fields = new { NAME = name.Trim() } });
            output.WriteLine(answer.GetProperty("result"));
        }
    }
}
