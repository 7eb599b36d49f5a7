using Bitrix24BatchParts;

namespace Bitrix24.Batch.Tests;

public class JsonTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData(" [ ] ")]
    [InlineData("""{"a":{"b":[1,-2.5e+3,true,false,null,"x\"\\\u00e9"]},"c":""}""")]
    [InlineData("0")]
    [InlineData("-0.0")]
    [InlineData("\"\"")]
    public void IsJson(string text) => Assert.Equal(text.Trim(), Json.Parse(text).Raw);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{]")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{a:1}")]
    [InlineData("[1,]")]
    [InlineData("[1 2]")]
    [InlineData("1 2")]
    [InlineData("\"a")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\")]
    [InlineData("\"\n\"")]
    [InlineData("tru")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData("1e")]
    [InlineData("<a/>")]
    public void IsNone(string? text) => Assert.Null(Json.Parse(text));

    [Fact]
    public void TooDeepIsNone()
    {
        Assert.NotNull(Json.Parse(new string('[', 200) + new string(']', 200)));
        Assert.Null(Json.Parse(new string('[', 100_000) + new string(']', 100_000)));
    }

    [Fact]
    public void EntriesOfObjectsAndArrays()
    {
        var json = Json.Parse(""" { "a\"b" : [ 1 , [ ] , {"x" : "}"} ] , "c" : "d" } """);

        Assert.Equal(["a\"b", "c"], json.Entries().Select(entry => entry.Key));
        Assert.Equal(["0=1", "1=[ ]", "2={\"x\" : \"}\"}"], json.Member("a\"b").Entries().Select(entry => $"{entry.Key}={entry.Value.Raw}"));
        Assert.Equal("d", json.Member("c").Scalar);
        Assert.Null(json.Member("e"));
        Assert.Empty(Json.Parse("[ ]").Entries());
    }

    [Theory]
    [InlineData("\"\\b\\f\\n\\r\\t\\/\\\\\\\"\"", "\b\f\n\r\t/\\\"")]
    [InlineData("\"\\ud83d\\udc4d\"", "👍")]
    [InlineData("12.50", "12.50")]
    [InlineData("true", "1")]
    [InlineData("false", "0")]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Scalars(string text, string? expected) => Assert.Equal(expected, Json.Parse(text).Scalar);

    [Theory]
    [InlineData("a\"b\\c\u0001\n")]
    [InlineData("Я👍")]
    public void Quotes(string text) => Assert.Equal(text, Json.Parse(Json.Quote(text)).Scalar);
}
