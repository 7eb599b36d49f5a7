// The call is two methods away.
// client: HttpJson
// n: 7 30
// size: contacts = n
// seed: crm.contact 30
// runs: every 60
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class Contacts(Bitrix bitrix)
{
    public Task RenameAsync(int id) => SaveAsync(id, "renamed");

    private async Task SaveAsync(int id, string name) => await bitrix.CallAsync("crm.contact.update", new { id, fields = new { NAME = name } });
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var contacts = Enumerable.Range(1, n);
        foreach (var contact in contacts)
            await new Contacts(bitrix).RenameAsync(contact);
    }
}
