// Newtonsoft.Json makes typed answers, with nothing but numbers in them.
// client: TypedNewtonsoft
// n: 0 1 50 51
// size: names = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class IdAnswer
{
    public int Result { get; set; }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new BitrixTyped(new HttpClient(), webhook);
        var names = Enumerable.Range(1, n).Select(i => $"Contact {i}").ToList();
        var sum = 0;
        foreach (var name in names)
        {
            var added = await bitrix.PostAsync<IdAnswer>("crm.contact.add", new { fields = new { NAME = name } });
            sum += added.Result;
        }

        output.WriteLine(sum);
    }
}
