// The same wrapper with the parameters in the body.
// client: SendCommand
// n: 0 1 51
// seed: crm.deal n
// size: stages = n
// after: ⌈n/50⌉
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

public static class Program
{
    public static Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bx = new Bitrix24(webhook);
        Dictionary<int, string> stages = Enumerable.Range(1, n).ToDictionary(i => i, i => i % 2 == 0 ? "WON" : "LOSE & \"co\"");
        foreach (var stage in stages)
        {
            bx.SendCommand("crm.deal.update", "", "id=" + stage.Key + "&fields[STAGE_ID]=" + Uri.EscapeDataString(stage.Value));
        }

        output.WriteLine(stages.Count);
        return Task.CompletedTask;
    }
}
