using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Work that another moment, or another row, would make different.</summary>
public sealed class PassingTests
{
    static readonly (string Name, string Code)[] Members =
    [
        ("clock", "public interface IClock\n{\n    DateTime Today { get; }\n    DateTimeOffset GetNow();\n}\n\nprivate readonly IClock clock = null!;"),
        ("calendar", "public interface ICalendar\n{\n    Task<bool> IsDueAsync(string date);\n    Task<bool> IsHolidayAsync(string date);\n}\n\nprivate readonly ICalendar calendar = null!;"),
        ("cache", "public interface ICache\n{\n    void Set(string key, string value);\n}\n\nprivate readonly ICache cache = null!;"),
    ];

    /// <summary>Members that the program mentions.</summary>
    static string With(string program) => program.Replace("    public int Count", string.Concat(Members.Where(m => program.Contains(m.Name, StringComparison.Ordinal)).Select(static m => "    " + Inside(m.Code, 1) + "\n")) + "    public int Count", StringComparison.Ordinal);

    [Theory]
    [InlineData("Console.WriteLine(deal.GetProperty(\"DATE_MODIFY\").GetDateTime());")]
    [InlineData("Console.WriteLine(DateTime.Parse(deal.GetProperty(\"CLOSEDATE\").GetString()!));")]
    [InlineData("if (!await calendar.IsHolidayAsync(deal.GetProperty(\"CLOSEDATE\").GetString()!))\n    Show(deal);")]
    [InlineData("cache.Set(deal.GetProperty(\"ID\").GetString()!, \"seen\");")]
    [InlineData("System.IO.File.WriteAllText(\"deals/\" + deal.GetProperty(\"ID\").GetString(), deal.GetRawText());")]
    public Task ItIsOfTheRow(string work) => PollCase.Fixes(PollCase.ChangedSince, With(Every(Pages(Row(work)))), With(Every(Changed(Pages(Row(work), "new { start, filter = changed.Filter }")), Since, "while")));

    [Theory]
    [InlineData("if (deal.GetProperty(\"CLOSEDATE\").GetDateTime() < clock.Today)\n    Show(deal);")]
    [InlineData("Console.WriteLine(clock.GetNow());")]
    [InlineData("if (await calendar.IsDueAsync(deal.GetProperty(\"CLOSEDATE\").GetString()!))\n    Show(deal);")]
    [InlineData("if (System.IO.File.GetLastWriteTimeUtc(\"x\") > deal.GetProperty(\"DATE_MODIFY\").GetDateTime())\n    Show(deal);")]
    [InlineData("Console.WriteLine(deal.GetProperty(\"LAST_ACTIVITY_TIME\").GetString());")]
    [InlineData("cache.Set(\"last\", deal.GetProperty(\"ID\").GetString()!);")]
    [InlineData("System.IO.File.WriteAllText(\"last\", deal.GetRawText());")]
    [InlineData("titles[deal.GetProperty(\"COMPANY_ID\").GetString()!] = deal.GetProperty(\"ID\").GetString()!;")]
    public Task ItIsOfTheMomentOrOfAnother(string work) => PollCase.Stays(With(Every(Pages(Row(work)))));

    static string Tasks(string parameters) => Pages("foreach (var task in page.GetProperty(\"result\").GetProperty(\"tasks\").EnumerateArray())\n    Show(task);", parameters).Replace("crm.deal.list", "tasks.task.list", StringComparison.Ordinal);

    [Fact]
    public Task TasksInAState() => PollCase.Fixes(
        PollCase.ChangedSince, Every(Tasks("new { start, filter = new { STATUS = 5 } }")),
        Every(Changed(Tasks("new { start, filter = new Dictionary<string, object> { [\"STATUS\"] = 5, [changed.Name] = changed.Value } }")).Replace("dealChanges", "taskChanges", StringComparison.Ordinal), "var taskChanges = Bitrix24Changes.Since(\"CHANGED_DATE\", \"ID\");\n", "while"));

    [Theory]
    [InlineData("new { start, filter = new { STATUS = -1 } }")] // overdue
    [InlineData("new { start, filter = new Dictionary<string, object> { [\"STATUS\"] = \"-1\" } }")]
    public Task TasksThatComeToAStateByThemselves(string parameters) => PollCase.Stays(Every(Tasks(parameters)));
}
