// Parameters as the text of a form.
// client: QueryText
// list: crm.contact
// ways: changed_since
// every: 300
using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        var bitrix = new BitrixQuery(new HttpClient(), portal + "/rest/" + secrets.Split(' ')[0]);
        while (!stop.IsCancellationRequested)
        {
            var start = 0;
            while (true)
            {
                var page = await bitrix.CallAsync("crm.contact.list", $"start={start}&select[]=ID&select[]=NAME");
                foreach (var contact in page!["result"]!.AsArray())
                    output.WriteLine((string?)contact!["ID"] + " " + (string?)contact["NAME"]);
                if (page["next"] is not { } next)
                    break;
                start = (int)next;
            }

            await Task.Delay(TimeSpan.FromMinutes(5), stop);
        }
    }
}
