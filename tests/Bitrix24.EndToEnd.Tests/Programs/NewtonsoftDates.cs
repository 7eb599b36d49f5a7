// Dates, enums and guids as Newtonsoft.Json writes them.
// client: NewtonsoftToken
// n: 0 1 51
// size: days = n
// after: ⌈n/50⌉
using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public enum Source
{
    Call = 3,
    Web = 7,
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        IBitrix24 bitrix = new Bitrix24Rest(new HttpClient(), webhook);
        var days = Enumerable.Range(0, n).Select(i => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(i * 7)).ToList();
        foreach (var day in days)
        {
            var source = day.Hour % 2 == 0 ? Source.Call : Source.Web;
            var added = await bitrix.PostAsync("crm.lead.add", new
            {
                fields = new { TITLE = day, SOURCE_ID = source, BIRTHDATE = day.Date, COMMENTS = new Guid(day.Hour, 1, 2, new byte[8]), OPPORTUNITY = (double)day.Hour, NAME = 'x', POST = (long?)day.Ticks, OPENED = day.Hour > 12 },
            });
            output.WriteLine(added["result"]);
        }
    }
}
