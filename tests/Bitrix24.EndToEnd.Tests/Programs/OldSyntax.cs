// C# 7.3: writes that wait are flushed in a finally.
// language: 7.3
// client: SyncResult
// n: 0 1 33 34
// seed: crm.deal n
// size: ids = n
// after: ⌈(n+n)/50⌉
// after-33: 1
// after-34: 2
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

public class Mover
{
    private readonly BitrixSync _bitrix;

    public Mover(BitrixSync bitrix)
    {
        _bitrix = bitrix;
    }

    public int Move(List<int> ids)
    {
        int sort = 0;
        foreach (int id in ids)
        {
            sort += 10;
            _bitrix.Call("crm.deal.update", new { id = id, fields = new { PROBABILITY = sort } });
            if (id % 2 == 1)
            {
                _bitrix.Call("crm.timeline.comment.add", new { fields = new { ENTITY_ID = id, ENTITY_TYPE = "deal", COMMENT = "sorted as " + sort } });
            }
        }

        return sort;
    }
}

public static class Program
{
    public static Task RunAsync(string webhook, int n, TextWriter output)
    {
        output.WriteLine(new Mover(new BitrixSync(webhook)).Move(Enumerable.Range(1, n).ToList()));
        return Task.CompletedTask;
    }
}
