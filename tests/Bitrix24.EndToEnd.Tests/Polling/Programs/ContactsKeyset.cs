// By the last id of each page, without counting.
// client: Application
// list: crm.contact
// ways: changed_since offline
// every: 300
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        var bitrix = new Bitrix(new HttpClient(), portal, secrets);
        while (!stop.IsCancellationRequested)
        {
            var last = "0";
            while (true)
            {
                var page = await bitrix.CallAsync("crm.contact.list", new { order = new { ID = "ASC" }, filter = new Dictionary<string, object> { [">ID"] = last }, select = new[] { "ID", "NAME" }, start = -1 });
                var rows = page.GetProperty("result").EnumerateArray().ToList();
                foreach (var contact in rows)
                    output.WriteLine(contact.GetProperty("ID").GetString() + " " + contact.GetProperty("NAME").GetString());
                if (rows.Count < 50)
                    break;
                last = rows[rows.Count - 1].GetProperty("ID").GetString()!;
            }

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}
