// Parameters as a JsonObject.
// client: JsonObjects
// n: 0 1 50 51
// seed: crm.contact n
// size: ids = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new BitrixNodes(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            var contact = await bitrix.CallAsync("crm.contact.list", new JsonObject { ["filter"] = new JsonObject { ["ID"] = id }, ["select"] = new JsonArray("ID", "NAME") });
            output.WriteLine(contact["result"]![0]!["NAME"]!.GetValue<string>());
        }
    }
}
