// A command fails, and a later round throws by itself: the command's failure is what the caller sees, and no later write is made.
// client: HttpJson
// n: 3 8 60
// seed: crm.deal 60
// failing: crm.deal.update 4 ACCESS_DENIED
// throws: HttpRequestException
// after: 2
// after-3: 1
// size: ids = n
// counts: at most
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Checking(Bitrix bitrix)
{
    public async Task RunAsync(List<int> ids)
    {
        var sum = 0;
        foreach (var id in ids)
        {
            sum += id;
            if (sum > 30)
                throw new InvalidOperationException("too much");
            await bitrix.CallAsync("crm.deal.update", new { id, fields = new { PROBABILITY = sum } });
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        await new Checking(new Bitrix(new HttpClient(), webhook)).RunAsync(Enumerable.Range(1, n).ToList());
        output.WriteLine("checked");
    }
}
