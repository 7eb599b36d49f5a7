// A helper in another class, with a private client, reads the answer.
// client: HttpJson
// n: 0 1 50 51
// seed: crm.company n
// size: ids = n
// after: ⌈n/50⌉
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class CompanyService
{
    private readonly Bitrix _bitrix;

    public CompanyService(Bitrix bitrix) => _bitrix = bitrix;

    public async Task<string> GetTitleAsync(int id)
    {
        var answer = await _bitrix.CallAsync("crm.company.get", new { id });
        var title = answer.GetProperty("result").GetProperty("TITLE").GetString();
        return string.IsNullOrWhiteSpace(title) ? $"Company {id}" : title.Trim();
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var companies = new CompanyService(new Bitrix(new HttpClient(), webhook));
        var ids = Enumerable.Range(1, n).ToList();
        foreach (var id in ids)
            output.WriteLine(await companies.GetTitleAsync(id));
    }
}
