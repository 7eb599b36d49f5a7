// A form's fields, of an incoming webhook.
// client: FormPairs
// list: crm.lead
// ways: changed_since
// every: 300
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        var bitrix = new BitrixForms(new HttpClient(), portal + "/rest/" + secrets.Split(' ')[0]);
        while (!stop.IsCancellationRequested)
        {
            var start = 0;
            while (true)
            {
                var page = await bitrix.CallAsync("crm.lead.list", new Dictionary<string, string> { ["start"] = $"{start}", ["select[0]"] = "ID", ["select[1]"] = "TITLE" });
                foreach (var lead in page.GetProperty("result").EnumerateArray())
                    output.WriteLine(lead.GetProperty("ID").GetString() + " " + lead.GetProperty("TITLE").GetString());
                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}
