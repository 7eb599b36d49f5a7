// The neighbour of SharedFields: a dictionary for each round, filled step by step.
// client: NewtonsoftObject
// n: 0 1 50 51
// seed: crm.deal n
// size: ids = n
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
        var bitrix = new BitrixService(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            var fields = new Dictionary<string, object>();
            fields["TITLE"] = "Deal " + id;
            if (id % 2 == 0)
            {
                fields["OPPORTUNITY"] = id * 0.5;
            }

            fields.Add("COMMENTS", fields.Count);
            var parameters = new Dictionary<string, object?>();
            parameters["id"] = id;
            parameters["fields"] = fields;
            await bitrix.ExecuteAsync("crm.deal.update", parameters);
        }

        output.WriteLine(ids.Count);
    }
}
