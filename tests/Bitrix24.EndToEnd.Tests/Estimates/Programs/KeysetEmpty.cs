// A page without rows is behind the last.
// client: HttpJson
// n: 1 49 50 51 120 3000
// seed: crm.contact n
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        do
        {
            var last = "0";
            while (true)
            {
                var page = await bitrix.CallAsync("crm.contact.list", new { order = new { ID = "ASC" }, filter = new Dictionary<string, object> { [">ID"] = last }, select = new[] { "ID" }, start = -1 });
                var rows = page.GetProperty("result").EnumerateArray().ToList();
                if (rows.Count == 0)
                    break;
                last = rows[^1].GetProperty("ID").GetString()!;
            }

            await Task.Delay(90_000, token);
        }
        while (!token.IsCancellationRequested);
    }
}
