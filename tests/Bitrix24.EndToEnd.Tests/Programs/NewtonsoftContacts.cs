// JToken behind an interface; a contact without a name is counted.
// client: NewtonsoftToken
// n: 0 1 51
// seed: crm.contact n
// size: queue = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Names(IBitrix24 bitrix, TextWriter output)
{
    public async Task PrintAsync(Queue<int> queue)
    {
        while (queue.Count > 0)
        {
            var id = queue.Dequeue();
            var contact = await bitrix.PostAsync("crm.contact.get", new { id });
            output.WriteLine($"{id} {contact["result"]!["NAME"]} {contact["result"]!["OPENED"]}");
        }
    }
}

public static class Program
{
    public static Task RunAsync(string webhook, int n, TextWriter output) =>
        new Names(new Bitrix24Rest(new HttpClient(), webhook), output).PrintAsync(new Queue<int>(Enumerable.Range(1, n)));
}
