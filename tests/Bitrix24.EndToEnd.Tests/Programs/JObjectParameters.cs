// Parameters as a JObject that the round puts together.
// client: Documents
// n: 0 1 50 51
// seed: crm.deal n
// size: ids = n
// after: ⌈n/50⌉
using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new BitrixDocuments(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            await bitrix.CallAsync("crm.deal.update", new JObject
            {
                ["id"] = id,
                ["fields"] = new JObject
                {
                    ["TITLE"] = $"\"{id}\" & Ко",
                    ["CLOSEDATE"] = new DateTime(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc).AddDays(id),
                    ["OPPORTUNITY"] = id * 2.50m,
                    ["UF_CRM_LIST"] = new JArray(1, "2", 3.5),
                },
            });
        }

        output.WriteLine(ids.Count);
    }
}
