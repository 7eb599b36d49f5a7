// Two loops in one method, through the same helper.
// client: HttpJson
// n: 0 1 50 51
// seed: crm.deal 200
// size: won = n
// size: lost = n
// fixes: 2
// after: ⌈n/50⌉ + ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Closing(Bitrix bitrix)
{
    public async Task CloseAsync(List<int> won, List<int> lost)
    {
        foreach (var id in won)
        {
            await SetStageAsync(id, "WON");
        }

        foreach (var id in lost)
        {
            await SetStageAsync(id, "LOSE");
        }
    }

    private async Task SetStageAsync(int id, string stage)
    {
        await bitrix.CallAsync("crm.deal.update", new { id, fields = new { STAGE_ID = stage, CLOSED = "Y" } });
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        using var http = new HttpClient();
        await new Closing(new Bitrix(http, webhook)).CloseAsync(Enumerable.Range(1, n).ToList(), Enumerable.Range(51, n).ToList());
        output.WriteLine("closed");
    }
}
