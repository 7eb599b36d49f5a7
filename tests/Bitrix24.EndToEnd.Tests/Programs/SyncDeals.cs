// Everything is synchronous, by way of .Result.
// client: SyncResult
// n: 0 1 50 51
// seed: crm.deal n
// size: ids = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Threading.Tasks;

public class Report
{
    private readonly BitrixSync _bitrix;

    public Report(BitrixSync bitrix)
    {
        _bitrix = bitrix;
    }

    public string Write(int[] ids)
    {
        var text = "";
        foreach (var id in ids)
        {
            var deal = _bitrix.Call("crm.deal.get", new { id = id });
            text += deal["result"]!["TITLE"] + ";" + deal["result"]!["STAGE_ID"] + "\n";
        }

        return text;
    }
}

public static class Program
{
    public static Task RunAsync(string webhook, int n, TextWriter output)
    {
        output.Write(new Report(new BitrixSync(webhook)).Write(Enumerable.Range(1, n).ToArray()));
        output.WriteLine("done");
        return Task.CompletedTask;
    }
}
