// The same in a loop that catches and goes on: one is left out, the others are written.
// client: HttpJson
// n: 0 2 4 51
// size: names = n
// after: ⌈n/50⌉
// after-4: 2
// after-51: 4
// counts: at most
using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var names = Enumerable.Range(1, n).Select(i => i % 20 == 3 ? null! : $"Name {i}").ToList();
        foreach (var name in names)
        {
            try
            {
                var answer = await bitrix.CallAsync("crm.contact.add", new { fields = new { NAME = name.Trim() } });
                output.WriteLine(answer.GetProperty("result"));
            }
            catch (Exception e)
            {
                output.WriteLine(e.GetType().Name);
            }
        }
    }
}
