// A page that is not full is the last.
// client: HttpJson
// n: 0 1 49 50 51 120 3000
// seed: crm.deal n
using System;
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
        while (true)
        {
            var last = 0;
            while (true)
            {
                var page = await bitrix.CallAsync("crm.deal.list", new { order = new { ID = "ASC" }, filter = new Dictionary<string, object> { [">ID"] = last }, start = -1 });
                var rows = page.GetProperty("result").EnumerateArray().Select(r => int.Parse(r.GetProperty("ID").GetString()!)).ToList();
                if (rows.Count < 50)
                    break;
                last = rows[^1];
            }

            await Task.Delay(TimeSpan.FromMinutes(2), token);
        }
    }
}
