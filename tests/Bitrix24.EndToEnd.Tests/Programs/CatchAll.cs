// The loop catches everything, and writes down which ones failed.
// client: Throwing
// n: 0 1 50 51 149
// seed: crm.lead n
// failing: crm.lead.update 7 ACCESS_DENIED 403
// failing: crm.lead.update 60 ERROR_CORE
// failing: crm.lead.update 61 ERROR_CORE
// after: ⌈n/50⌉ + 1
// after-0: 0
// after-1: 1
// after-149: 3 + 3
// size: leads = n
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var portal = new BitrixPortal(new HttpClient(), webhook);
        var leads = Enumerable.Range(1, n).ToList();
        var errors = new List<string>();
        foreach (var lead in leads)
        {
            try
            {
                await portal.CallAsync("crm.lead.update", new { id = lead, fields = new { STATUS_ID = "JUNK" } });
            }
            catch (Exception ex)
            {
                errors.Add(lead + " " + ex.Message);
            }
        }

        output.WriteLine(string.Join("\n", errors));
        output.WriteLine(leads.Count - errors.Count);
    }
}
