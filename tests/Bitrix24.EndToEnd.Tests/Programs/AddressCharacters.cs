// The same in the address of a request, where a # ends it.
// client: SendCommand
// n: 0 1 11
// size: names = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

public static class Program
{
    private static readonly string[] Names =
    [
        "plain", "two words", "C# and F#", "a+b", "50%25", "Имя", "\"q\" 'q'", "x;y", "a=b", "[1]", "end ",
    ];

    public static Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bx = new Bitrix24(webhook);
        List<string> names = Names.Take(n).ToList();
        foreach (var name in names)
        {
            var added = bx.SendCommand("crm.lead.add", "fields[OPENED]=Y&fields[TITLE]=" + name + "&fields[COMMENTS]=x");
            output.WriteLine(added.Substring(0, 12));
        }

        return Task.CompletedTask;
    }
}
