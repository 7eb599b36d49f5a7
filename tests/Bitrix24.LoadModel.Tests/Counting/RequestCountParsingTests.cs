using CsCheck;
using Xunit;

namespace Bitrix24.LoadModel.Tests.Counting;

public sealed class RequestCountParsingTests
{
    private static readonly RequestCount Deals = RequestCount.Size("deals");

    [Fact]
    public void AFormulaIsReadAsItIsPrinted()
    {
        Assert.Equal(RequestCount.One + Deals.CeilingDivide(50) + (Deals * RequestCount.Of(2)), RequestCount.Parse("1 + ⌈deals/50⌉ + 2·deals"));
        Assert.Equal((Deals + RequestCount.One).CeilingDivide(50), RequestCount.Parse("⌈(1 + deals)/50⌉"));
        Assert.Equal(RequestCount.Max(Deals, RequestCount.Size("rows.crm.lead")) * Deals, RequestCount.Parse("deals·max(deals, rows.crm.lead)"));
        Assert.Equal(RequestCount.Size("max"), RequestCount.Parse("max"));
        Assert.Equal(RequestCount.Size("сделки"), RequestCount.Parse("сделки"));
        Assert.Equal(RequestCount.Zero, RequestCount.Parse("0"));
        Assert.Equal(RequestCount.Of(long.MaxValue), RequestCount.Parse("9223372036854775807"));
        Assert.Equal(Deals * RequestCount.Of(2), RequestCount.Parse("  2\t·deals\n"));
    }

    [Fact]
    public void AFormulaThatIsNotInNormalFormIsBroughtIntoIt()
    {
        Assert.Equal("3 + 2·deals", RequestCount.Parse("deals + 1 + deals + 2").ToString());
        Assert.Equal("2·deals", RequestCount.Parse("⌈100·deals/50⌉").ToString());
    }

    [Fact]
    public void AQuestionMarkIsAnUnknown()
    {
        var count = RequestCount.Parse("2·deals + ?");

        Assert.Equal("2·deals + ?", count.ToString());
        Assert.Equal([RequestCount.NotSaid], count.UnknownReasons);
        Assert.Equal(Deals * RequestCount.Of(2), count.KnownPart);
        Assert.NotEqual(count, (Deals * RequestCount.Of(2)) + RequestCount.Unknown("the body is not in source"));
    }

    [Theory]
    [InlineData("a + b", "`a + b`")]
    [InlineData("a`b", "`a``b`")]
    [InlineData("`", "````")]
    [InlineData("12", "`12`")]
    [InlineData("?", "`?`")]
    [InlineData("max(a, b)", "`max(a, b)`")]
    [InlineData("rows.crm.deal", "rows.crm.deal")]
    [InlineData("_deals2", "_deals2")]
    public void ANameThatReadsAsSomethingElseIsQuoted(string name, string text)
    {
        Assert.Equal(text, RequestCount.Size(name).ToString());
        Assert.Equal(RequestCount.Size(name), RequestCount.Parse(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("1 +")]
    [InlineData("+ 1")]
    [InlineData("2deals")]
    [InlineData("deals leads")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("⌈deals/0⌉")]
    [InlineData("⌈deals/50")]
    [InlineData("⌈deals⌉")]
    [InlineData("⌈deals/2147483648⌉")]
    [InlineData("⌈(deals/50⌉")]
    [InlineData("max(deals")]
    [InlineData("max()")]
    [InlineData("`deals")]
    [InlineData("``")]
    [InlineData("9223372036854775808")]
    [InlineData("(deals)")]
    [InlineData("deals\0")]
    public void WhatIsNoFormulaIsRefused(string text)
    {
        Assert.False(RequestCount.TryParse(text, out var count));
        Assert.Null(count);
        Assert.Throws<FormatException>(() => RequestCount.Parse(text));
    }

    [Fact]
    public void NestingHasAnEnd()
    {
        Assert.False(RequestCount.TryParse(null, out _));
        Assert.False(RequestCount.TryParse(string.Concat(Enumerable.Repeat("⌈(1 + ", 100_000)), out _));
        Assert.False(RequestCount.TryParse(string.Concat(Enumerable.Repeat("⌈", 100_000)), out _));
    }

    [Fact]
    public void PrintingAndReadingIsTheSameFormula() =>
        RandomCounts.Any.Sample(count =>
        {
            if (count.IsKnown)
                Assert.Equal(count, RequestCount.Parse(count.ToString()));
            else
                Assert.Equal(count.KnownPart, RequestCount.Parse(count.ToString()).KnownPart);
        });
}
