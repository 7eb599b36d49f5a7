using Xunit;

namespace Bitrix24.LoadModel.Tests.Counting;

public sealed class RequestCountTests
{
    private static readonly RequestCount Deals = RequestCount.Size("deals");
    private static readonly RequestCount Leads = RequestCount.Size("leads");

    [Fact]
    public void AFormulaReadsConstantsThenPagesThenProducts()
    {
        Prints("1 + ⌈deals/50⌉ + 2·deals", (Deals * Number(2)) + Deals.CeilingDivide(50) + RequestCount.One);
        Prints("deals + deals·leads + leads", (Leads + RequestCount.One) * Deals + Leads);
        Prints("2·⌈deals/50⌉ + 3·⌈leads/50⌉", (Leads.CeilingDivide(50) * Number(3)) + (Deals.CeilingDivide(50) * Number(2)));
        Prints("0", RequestCount.Zero);
        Prints("7", Number(3) + Number(4));
        Prints("leads·⌈deals/50⌉", Leads * Deals.CeilingDivide(50));
    }

    [Fact]
    public void ACeilingTakesOutWhatDivides()
    {
        Prints("2", Number(51).CeilingDivide(50));
        Prints("2·deals", (Deals * Number(100)).CeilingDivide(50));
        Prints("⌈leads/50⌉ + deals", ((Deals * Number(50)) + Leads).CeilingDivide(50));
        Prints("⌈(1 + deals)/50⌉", (Deals + RequestCount.One).CeilingDivide(50));
        Prints("⌈2·deals/50⌉", (Deals * Number(2)).CeilingDivide(50));
        Prints("⌈deals/2500⌉", Deals.CeilingDivide(50).CeilingDivide(50));
        Prints("deals", Deals.CeilingDivide(1));
        Prints("0", RequestCount.Zero.CeilingDivide(50));
    }

    [Fact]
    public void AMaximumDropsWhatIsNeverLarger()
    {
        Prints("max(deals, leads)", RequestCount.Max(Leads, Deals));
        Prints("max(a, b, c)", RequestCount.Max(RequestCount.Size("c"), RequestCount.Max(RequestCount.Size("b"), RequestCount.Size("a"))));
        Prints("1 + deals", RequestCount.Max(Deals, Deals + RequestCount.One));
        Prints("deals", RequestCount.Max(RequestCount.Zero, Deals));
        Prints("5", RequestCount.Max(Number(5), Number(2)));
        Prints("2·max(deals, leads)", RequestCount.Max(Leads, Deals) * Number(2));
    }

    [Fact]
    public void AnUnknownKeepsTheKnownPart()
    {
        var unknown = RequestCount.Unknown("the body is not in source");

        Prints("2·deals + ?", (Deals * Number(2)) + unknown);
        Prints("?", unknown + unknown);
        Prints("?", Deals * unknown);
        Prints("deals + ?", Deals * (RequestCount.One + unknown));
        Prints("⌈deals/50⌉ + ?", (Deals + unknown).CeilingDivide(50));
        Prints("max(deals, leads) + ?", RequestCount.Max(Deals + unknown, Leads));
        Prints("0", RequestCount.Zero * unknown);
        Prints("deals", (Deals + unknown).KnownPart);
        Assert.False(unknown.IsZero);
        Assert.False(unknown.IsKnown);
        Assert.Null(unknown.Constant);
        Assert.Null((Deals + unknown).Evaluate(new Dictionary<string, long> { ["deals"] = 1 }));
    }

    [Fact]
    public void AnUnknownTellsEachReasonOnce() =>
        Assert.Equal(
            ["a reason", "b reason"],
            (RequestCount.Unknown("b reason") + (RequestCount.Unknown("a reason") * Deals) + RequestCount.Unknown("b reason")).UnknownReasons);

    [Fact]
    public void AFormulaIsANumberWhenItsSizesAre()
    {
        var count = RequestCount.One + Deals.CeilingDivide(50) + (Deals * Leads);

        Assert.Equal(["deals", "leads"], count.Sizes);
        Assert.Equal(1 + 3 + 1_010, count.Evaluate(new Dictionary<string, long> { ["deals"] = 101, ["leads"] = 10 }));
        Assert.Null(count.Evaluate(new Dictionary<string, long> { ["deals"] = 101 }));
        Assert.Null(count.Constant);
        Assert.Equal(7, Number(7).Constant);
        Assert.Equal(0, RequestCount.Zero.Constant);
    }

    [Fact]
    public void ASizeGivesWayToACount()
    {
        var count = RequestCount.One + Deals.CeilingDivide(50) + RequestCount.Max(Deals, Leads);

        Prints("4 + max(101, leads)", count.Substitute("deals", Number(101)));
        Prints("1 + ⌈2·leads/50⌉ + 2·leads", count.Substitute("deals", Leads * Number(2)));
        Prints("1 + leads + ?", count.Substitute("deals", RequestCount.Unknown("not counted")));
        Assert.Same(count, count.Substitute("contacts", RequestCount.One));
        Prints("leads + ?", (Deals + RequestCount.Unknown("not counted")).Substitute("deals", Leads));
    }

    [Fact]
    public void EqualFormulasAreEqual()
    {
        Assert.Equal(Deals + Leads, Leads + Deals);
        Assert.True(Deals * Number(2) == Deals + Deals);
        Assert.True(Deals != Leads);
        Assert.NotEqual(RequestCount.Unknown("one reason"), RequestCount.Unknown("another"));
        Assert.Equal((Deals + Leads).GetHashCode(), (Leads + Deals).GetHashCode());
    }

    [Fact]
    public void LargeNumbersStayAtTheLargest()
    {
        Assert.Equal(long.MaxValue, (Number(long.MaxValue) + RequestCount.One).Constant);
        Assert.Equal(long.MaxValue, (Number(long.MaxValue / 2) * Number(3)).Constant);
        Assert.Equal(long.MaxValue, (Deals * Deals).Evaluate(new Dictionary<string, long> { ["deals"] = long.MaxValue }));
    }

    [Fact]
    public void AFormulaThatGrowsTooLargeKeepsItsConstantAndSaysSo()
    {
        var sum = Enumerable.Range(0, RequestCount.MaximumWeight).Aggregate(RequestCount.One, (all, i) => all + RequestCount.Size($"size{i}"));
        var product = Enumerable.Range(0, 40).Aggregate(RequestCount.One, (all, i) => all * (RequestCount.One + RequestCount.Size($"size{i}")));

        Assert.False(sum.IsKnown);
        Assert.Contains(RequestCount.TooLarge, sum.UnknownReasons);
        Assert.Contains(RequestCount.TooLarge, product.UnknownReasons);
    }

    [Fact]
    public void ArgumentsOutOfRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>("number", () => RequestCount.Of(-1));
        Assert.Throws<ArgumentOutOfRangeException>("divisor", () => Deals.CeilingDivide(0));
        Assert.Throws<ArgumentException>("name", () => RequestCount.Size(" "));
        Assert.Throws<ArgumentException>("reason", () => RequestCount.Unknown(""));
        Assert.Throws<ArgumentOutOfRangeException>("sizes", () => Deals.Evaluate(new Dictionary<string, long> { ["deals"] = -1 }));
    }

    private static RequestCount Number(long number) => RequestCount.Of(number);

    private static void Prints(string text, RequestCount count) => Assert.Equal(text, count.ToString());
}
