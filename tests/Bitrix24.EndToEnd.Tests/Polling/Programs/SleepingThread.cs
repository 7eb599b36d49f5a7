// A thread that sleeps, and a client that waits for its answers.
// client: SyncResult
// list: crm.deal
// ways: changed_since
// every: 300
using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

public static class Program
{
    public static Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        Loop(new BitrixSync(portal + "/rest/" + secrets.Split(' ')[0]), output, stop);
        return Task.CompletedTask;
    }

    private static void Loop(BitrixSync bitrix, TextWriter output, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var start = 0;
            while (true)
            {
                var page = bitrix.Call("crm.deal.list", new { start, select = new[] { "ID", "TITLE" } });
                foreach (var deal in (JArray)page["result"]!)
                    output.WriteLine((string?)deal["ID"] + " " + (string?)deal["TITLE"]);
                if (page["next"] == null)
                    break;
                start = (int)page["next"]!;
            }

            Thread.Sleep(TimeSpan.FromMinutes(5));
        }
    }
}
