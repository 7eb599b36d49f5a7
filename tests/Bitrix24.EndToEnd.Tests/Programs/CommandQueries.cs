// The wrapper that many have copied: parameters in the address, an empty body.
// client: SendCommand
// n: 0 1 50 52
// seed: crm.contact n
// size: ids = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using Newtonsoft.Json.Linq;

public static class Program
{
    public static Task RunAsync(string webhook, int n, TextWriter output)
    {
        Bitrix24 bx = new Bitrix24(webhook);
        List<string> ids = new List<string>();
        for (int i = n; i > 0; i--)
            ids.Add(i.ToString());

        foreach (string id in ids)
        {
            string result = bx.SendCommand("crm.contact.list", "FILTER[ID]=" + id + "&SELECT[]=NAME&SELECT[]=COMMENTS");
            JObject json = JObject.Parse(result);
            output.WriteLine(json["result"]![0]!["NAME"] + " " + json["total"]);
        }

        return Task.CompletedTask;
    }
}
