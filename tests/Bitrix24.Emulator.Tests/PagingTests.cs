namespace Bitrix24.Emulator.Tests;

/// <summary>Pages that are not asked for by <c>start</c>.</summary>
public sealed class PagingTests : PortalTest
{
    private static string Range(int first, int last) => string.Join(',', first <= last ? Enumerable.Range(first, last - first + 1) : Enumerable.Range(last, first - last + 1).Reverse());

    [Theory]
    [InlineData("PARAMS[NAV_PARAMS][iNumPage]=1", 1, 50)]
    [InlineData("PARAMS[NAV_PARAMS][iNumPage]=2", 51, 100)]
    [InlineData("PARAMS[NAV_PARAMS][iNumPage]=3", 101, 120)]
    [InlineData("PARAMS[NAV_PARAMS][iNumPage]=3&PARAMS[NAV_PARAMS][nPageSize]=20", 41, 60)]
    [InlineData("PARAMS[NAV_PARAMS][iNumPage]=2&PARAMS[NAV_PARAMS][nPageSize]=500", 51, 100)]
    [InlineData("PARAMS[NAV_PARAMS][nPageSize]=2", 1, 2)]
    [InlineData("PARAMS[NAV_PARAMS][iNumPage]=0&start=50", 1, 50)]
    [InlineData("start=50", 51, 100)]
    [InlineData("", 1, 50)]
    public async Task Elapsed_time_by_the_number_of_the_page(string page, int first, int last)
    {
        Portal.Seed("task.elapseditem", 120, _ => new { SECONDS = 60 }, new { TASKID = 1 });
        var answer = await Rest.Get($"task.elapseditem.getlist?TASKID=1&{page}");
        Assert.Equal((Range(first, last), 120), (answer.Ids(), (int)answer.Body["total"]!));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("9223372036854775807")]
    public async Task Behind_the_last_page_there_is_nothing(string page)
    {
        Portal.Seed("task.elapseditem", 120, _ => new { SECONDS = 60 }, new { TASKID = 1 });
        var answer = await Rest.Get($"task.elapseditem.getlist?TASKID=1&PARAMS[NAV_PARAMS][iNumPage]={page}");
        Assert.Equal(("", 120, false), (answer.Ids(), (int)answer.Body["total"]!, answer.Body.ContainsKey("next")));
    }

    [Fact]
    public async Task Elapsed_time_by_place()
    {
        Portal.Seed("task.elapseditem", 120, _ => new { SECONDS = 60 }, new { TASKID = 1 });
        var parameters = new object[] { 1, new { }, new { }, new[] { "ID" }, new { NAV_PARAMS = new { nPageSize = 10, iNumPage = 4 } } };
        Assert.Equal(Range(31, 40), (await Rest.Json("task.elapseditem.getlist", parameters)).Ids());
    }

    [Theory]
    [InlineData("", 450, 401)]
    [InlineData("start=50", 400, 351)]
    [InlineData("LAST_ID=401", 400, 351)]
    [InlineData("LAST_ID=401&LIMIT=200", 400, 201)]
    [InlineData("LAST_ID=401&LIMIT=500", 400, 201)]
    [InlineData("LAST_ID=401&LIMIT=0", 400, 351)]
    [InlineData("LAST_ID=401&LIMIT=many", 400, 351)]
    [InlineData("LAST_ID=3&LIMIT=200", 2, 1)]
    [InlineData("FIRST_ID=10&LIMIT=5", 11, 15)]
    [InlineData("FIRST_ID=10&LAST_ID=5&LIMIT=5", 11, 15)]
    public async Task Posts_of_the_feed_from_the_newest_or_from_one_on(string page, int first, int last)
    {
        Portal.Seed("log.blogpost", 450, i => new { POST_MESSAGE = $"m{i}" });
        Assert.Equal(Range(first, last), (await Rest.Get($"log.blogpost.get?{page}")).Ids());
    }
}
