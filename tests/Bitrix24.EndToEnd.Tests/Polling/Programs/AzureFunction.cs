// A function on a timer.
// client: Application
// stub: Microsoft.Azure.Functions
// list: crm.lead
// ways: changed_since
// every: 300
// ticks: yes
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Azure.Functions.Worker;

public sealed class LeadFunction(Bitrix bitrix, TextWriter output)
{
    [Function("leads")]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer)
    {
        int? start = 0;
        while (start is not null)
        {
            var page = await bitrix.CallAsync("crm.lead.list", new { start, select = new[] { "ID", "TITLE" } });
            foreach (var lead in page.GetProperty("result").EnumerateArray())
                output.WriteLine(lead.GetProperty("ID").GetString() + " " + lead.GetProperty("TITLE").GetString());
            start = page.TryGetProperty("next", out var next) ? next.GetInt32() : null;
        }
    }
}

public static class Program
{
    public static Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop) =>
        (Task)typeof(LeadFunction).GetMethod("RunAsync")!.Invoke(new LeadFunction(new Bitrix(new HttpClient(), portal, secrets), output), [new TimerInfo()])!;
}
