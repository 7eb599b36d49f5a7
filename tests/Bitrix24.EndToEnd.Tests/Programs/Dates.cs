// Dates of each kind.
// client: HttpJson
// n: 0 1 50 51
// size: days = n
// after: ⌈n/50⌉
using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        var start = new DateTime(2026, 2, 27, 23, 59, 58, 120, DateTimeKind.Unspecified);
        var days = Enumerable.Range(1, n).Select(i => start.AddDays(i)).ToList();
        foreach (var day in days)
        {
            var fields = new
            {
                TITLE = day,
                BEGINDATE = DateOnly.FromDateTime(day),
                CLOSEDATE = new DateTimeOffset(day, TimeSpan.FromHours(3)),
                COMMENTS = DateTime.SpecifyKind(day, DateTimeKind.Utc),
                UTM_TERM = day.TimeOfDay,
                UTM_SOURCE = TimeOnly.FromDateTime(day),
            };
            var added = await bitrix.CallAsync("crm.deal.add", new { fields });
            output.WriteLine($"{day:O} {added.GetProperty("result")}");
        }
    }
}
