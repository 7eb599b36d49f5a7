// A method of the user runs a lambda for each element.
// client: HttpJson
// n: 9
// size: elements = n
// seed: crm.deal 9
// runs: every 45
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Each
{
    public static async Task OfAsync(List<int> elements, Func<int, Task> action)
    {
        foreach (var element in elements)
            await action(element);
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        await Each.OfAsync(Enumerable.Range(1, n).ToList(), id => bitrix.CallAsync("crm.deal.get", new { id }));
    }
}
