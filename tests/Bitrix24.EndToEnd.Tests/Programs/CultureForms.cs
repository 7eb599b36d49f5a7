// The same for forms, where the user's own code makes texts of numbers.
// client: FormPairs
// n: 0 1 51
// size: sums = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        CultureInfo.CurrentCulture = new CultureInfo("ru-RU");
        var bitrix = new BitrixForms(new HttpClient(), webhook);
        var sums = Enumerable.Range(1, n).Select(i => i * 1000.25m).ToArray();
        foreach (var sum in sums)
        {
            await bitrix.CallAsync("crm.lead.add", new Dictionary<string, string>
            {
                ["fields[TITLE]"] = sum.ToString("N2"),
                ["fields[OPPORTUNITY]"] = sum.ToString(CultureInfo.InvariantCulture),
            });
        }

        output.WriteLine(sums.Sum());
    }
}
