// Fields in an ExpandoObject.
// client: NewtonsoftToken
// n: 0 1 51
// size: ids = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.Dynamic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix24Rest(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            IDictionary<string, object?> fields = new ExpandoObject();
            fields["TITLE"] = "Lead " + id;
            fields["OPPORTUNITY"] = id / 4m;
            await bitrix.PostAsync("crm.lead.add", new { fields });
        }

        output.WriteLine(ids.Count);
    }
}
