// Pages are read as long as they are full.
// client: HttpJson
// n: 0 1 49 50 51 120 3000
// seed: crm.company n
// runs: every 900
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, CancellationToken token)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        const int PageSize = 50;
        var start = 0;
        bool more;
        do
        {
            var page = await bitrix.CallAsync("crm.company.list", new { start, select = new[] { "ID", "TITLE" } });
            more = page.GetProperty("result").GetArrayLength() == PageSize;
            start += PageSize;
        }
        while (more);
    }
}
