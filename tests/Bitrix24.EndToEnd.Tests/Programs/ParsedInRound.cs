// What cannot be parsed is caught in the round, before the call: nothing may be sent for it. No fix.
// client: HttpJson
// n: 4
// seed: crm.lead 4
// fixes: 0
// size: lines = n
// counts: at most
using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var lines = Enumerable.Range(1, n).Select(i => i == 2 ? "two" : $"{i}").ToArray();
        foreach (var line in lines)
        {
            try
            {
                var id = int.Parse(line);
                await bitrix.CallAsync("crm.lead.update", new { id, fields = new { OPENED = "N" } });
                output.WriteLine(id);
            }
            catch (FormatException)
            {
                output.WriteLine(line + " is no number");
            }
        }
    }
}
