namespace Bitrix24.Changes.Tests;

/// <summary>One condition, in each form that parameters have.</summary>
public class ChangedTests
{
    static readonly Bitrix24Changed Ids = new("@ID", new[] { "5", "7" }, false);
    static readonly Bitrix24Changed Time = new(">=DATE_MODIFY", "2026-01-02T03:04:05+00:00", false);
    static readonly Bitrix24Changed Everything = new(">=ID", 0, true);

    [Fact]
    public void AddressesHaveItEncoded()
    {
        Assert.Equal("filter[%40ID][0]=5&filter[%40ID][1]=7", Ids.Query);
        Assert.Equal("filter[%3E%3DDATE_MODIFY]=2026-01-02T03%3A04%3A05%2B00%3A00", Time.Query);
        Assert.Equal("filter[%3E%3DID]=0", Everything.Query);
    }

    [Fact]
    public void FormsHaveItBesideTheirOwn()
    {
        var form = new Dictionary<string, string> { ["start"] = "50", ["filter[STAGE_ID]"] = "NEW" };

        Assert.Equal(new Dictionary<string, string> { ["start"] = "50", ["filter[STAGE_ID]"] = "NEW", ["filter[@ID][0]"] = "5", ["filter[@ID][1]"] = "7" }, Ids.Into(form));
        Assert.Equal(new Dictionary<string, string> { ["start"] = "50", ["filter[STAGE_ID]"] = "NEW", ["filter[>=ID]"] = "0" }, Everything.Into(form));
        Assert.Equal(2, form.Count);
    }

    [Theory]
    [InlineData("5", true)]
    [InlineData(7, true)]
    [InlineData(7L, true)]
    [InlineData("6", false)]
    [InlineData(57, false)]
    [InlineData(null, false)]
    public void ARowThatWasAskedForIsThereOrGone(object? id, bool isAsked)
    {
        Assert.Equal(isAsked, Ids.Covers(id));
        Assert.False(Time.Covers(id));
        Assert.True(Everything.Covers(id));
    }

    [Fact]
    public void FiltersHaveItAlone()
    {
        Assert.Equal(new Dictionary<string, object> { [">=DATE_MODIFY"] = "2026-01-02T03:04:05+00:00" }, Time.Filter);
        Assert.Equal(["5", "7"], (string[])Ids.Filter["@ID"]);
    }
}
