// C# 7.3 and JObject: a read in a helper, called in two loops.
// language: 7.3
// client: SyncResult
// n: 0 1 50 51
// seed: crm.contact n
// size: ids = n
// size: i = n
// fixes: 2
// after: ⌈n/50⌉ + ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

public class Contacts
{
    private readonly BitrixSync _bitrix;

    public Contacts(BitrixSync bitrix)
    {
        _bitrix = bitrix;
    }

    public string GetName(int id)
    {
        var answer = _bitrix.Call("crm.contact.get", new { id = id });
        var name = (string)answer["result"]["NAME"];
        return name ?? "nobody";
    }
}

public static class Program
{
    public static Task RunAsync(string webhook, int n, TextWriter output)
    {
        var contacts = new Contacts(new BitrixSync(webhook));
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
        {
            output.WriteLine(contacts.GetName(id));
        }

        for (var i = ids.Count - 1; i >= 0; i--)
            output.Write(contacts.GetName(ids[i]) + ",");
        output.WriteLine();
        return Task.CompletedTask;
    }
}
