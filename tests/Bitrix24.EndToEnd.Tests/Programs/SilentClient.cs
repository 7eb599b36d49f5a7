// The wrapper answers nothing, so that nobody sees that some of the deals are not there.
// client: Silent
// n: 0 1 50 51
// seed: crm.deal 20
// size: ids = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var push = new BitrixPush(new HttpClient(), webhook);
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
            await push.PushAsync("crm.deal.update", new { id, fields = new { TITLE = $"Deal {id}", OPENED = id % 2 == 0 ? "Y" : "N" } });
        output.WriteLine(ids.Count);
    }
}
