// A switch over the kind of change, each with its own method.
// client: HttpJson
// n: 0 1 50 51
// seed: crm.lead n
// after: ⌈n/50⌉
// size: changes = n
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public enum Kind
{
    Added,
    Changed,
    Removed,
}

public record Change(Kind Kind, int Id, string Title);

public class Replication(Bitrix bitrix)
{
    public async Task ApplyAsync(List<Change> changes)
    {
        foreach (var change in changes)
        {
            switch (change.Kind)
            {
                case Kind.Added:
                    await bitrix.CallAsync("crm.lead.add", new { fields = new { TITLE = change.Title } });
                    break;
                case Kind.Changed:
                    await bitrix.CallAsync("crm.lead.update", new { id = change.Id, fields = new { TITLE = change.Title } });
                    break;
                case Kind.Removed:
                    await bitrix.CallAsync("crm.lead.delete", new { id = change.Id });
                    break;
            }
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var changes = Enumerable.Range(1, n).Select(i => new Change((Kind)(i % 3), i, "T" + i)).ToList();
        await new Replication(new Bitrix(new HttpClient(), webhook)).ApplyAsync(changes);
        output.WriteLine(changes.Count);
    }
}
