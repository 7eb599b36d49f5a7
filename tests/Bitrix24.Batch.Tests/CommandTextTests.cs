using System.Dynamic;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Bitrix24BatchParts;
using Newtonsoft.Json.Linq;

namespace Bitrix24.Batch.Tests;

public class CommandTextTests
{
    static string? Text(object? parameters, Func<object, string>? json = null, string method = "m") =>
        CommandText.Of(new Bitrix24Command(method, parameters), json);

    [Theory]
    [InlineData("crm.deal.get", "crm.deal.get?id=5")]
    [InlineData("crm.deal.get.json", "crm.deal.get?id=5")]
    [InlineData("crm.deal.get?", "crm.deal.get?id=5")]
    [InlineData("crm.deal.get.json?", "crm.deal.get?id=5")]
    [InlineData("/crm.deal.get", "crm.deal.get?id=5")]
    [InlineData("crm.deal.get?a=1", "crm.deal.get?a=1&id=5")]
    [InlineData("crm.deal.get.xml", null)]
    [InlineData("batch", null)]
    [InlineData("Batch.json", null)]
    public void Method(string method, string? text) => Assert.Equal(text, Text(new { id = 5 }, method: method));

    [Theory]
    [InlineData("a&b", "a%26b")]
    [InlineData("a#b", "a%23b")]
    [InlineData("100%", "100%25")]
    [InlineData("a+b", "a%2Bb")]
    [InlineData("a b", "a%20b")]
    [InlineData("\"a\" 'b'", "%22a%22%20%27b%27")]
    [InlineData("Я", "%D0%AF")]
    [InlineData("👍", "%F0%9F%91%8D")]
    [InlineData("a=b?c", "a%3Db%3Fc")]
    [InlineData("[x]", "%5Bx%5D")]
    [InlineData("%26", "%2526")]
    [InlineData("line\r\nline", "line%0D%0Aline")]
    [InlineData("", "")]
    public void Texts(string value, string encoded)
    {
        Assert.Equal("m?v=" + encoded, Text(new { v = value }));
        Assert.Equal("m?v=" + encoded, Text(new Dictionary<string, string> { ["v"] = value }));
        Assert.Equal("m?v=" + encoded, Text(JsonSerializer.Serialize(new { v = value })));
    }

    public static TheoryData<object, string> Values => new()
    {
        { true, "1" },
        { false, "0" },
        { 'x', "x" },
        { 5, "5" },
        { -5L, "-5" },
        { (byte)5, "5" },
        { ulong.MaxValue, "18446744073709551615" },
        { 1234.5m, "1234.5" },
        { 1.50m, "1.50" },
        { 0.1, "0.1" },
        { 1e20, "1E%2B20" },
        { 1.5f, "1.5" },
        { DayOfWeek.Friday, "5" },
        { new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), "2024-01-02T03%3A04%3A05Z" },
        { new DateTime(2024, 1, 2, 3, 4, 5, 120), "2024-01-02T03%3A04%3A05.12" },
        { new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(3)), "2024-01-02T03%3A04%3A05%2B03%3A00" },
        { new DateOnly(2024, 1, 2), "2024-01-02" },
        { new TimeOnly(3, 4, 5), "03%3A04%3A05" },
        { new TimeOnly(3, 4, 5, 120), "03%3A04%3A05.1200000" },
        { new TimeSpan(1, 2, 3), "01%3A02%3A03" },
        { Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"), "0f8fad5b-d9cb-469f-a165-70867728950e" },
        { new Uri("https://example.com/?a=b"), "https%3A%2F%2Fexample.com%2F%3Fa%3Db" },
        { new Version(1, 2), "1.2" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void SingleValues(object value, string encoded)
    {
        Assert.Equal("m?v=" + encoded, Text(new { v = value }));
        Assert.Equal("m?a[b]=" + encoded, Text(new Dictionary<string, object> { ["a"] = new { b = value } }));
    }

    /// <summary>Except for true and false, values look as System.Text.Json prints them.</summary>
    [Theory]
    [MemberData(nameof(Values))]
    public void SingleValuesAsTheSerializerPrintsThem(object value, string encoded) =>
        Assert.Equal("m?v=" + encoded, Text(new { v = value }, parameters => JsonSerializer.Serialize(parameters)));

    [Fact]
    public void InAnyCulture()
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        try
        {
            Assert.Equal(
                "m?a=1234.5&b=0.25&c=-7&d=2024-01-02T03%3A04%3A05",
                Text(new { a = 1234.5m, b = 0.25, c = -7, d = new DateTime(2024, 1, 2, 3, 4, 5) }));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    public static TheoryData<object?, string> Shapes => new()
    {
        { null, "m" },
        { "", "m" },
        { new { }, "m" },
        { "{}", "m" },
        { new Dictionary<string, string>(), "m" },
        { new { id = 5, fields = new { TITLE = "x", OPPORTUNITY = 10 } }, "m?id=5&fields[TITLE]=x&fields[OPPORTUNITY]=10" },
        { new { select = new[] { "ID", "TITLE" } }, "m?select[0]=ID&select[1]=TITLE" },
        { new { filter = new Dictionary<string, object> { [">ID"] = 5, ["%TITLE"] = "a" } }, "m?filter[%3EID]=5&filter[%25TITLE]=a" },
        { new { PHONE = new[] { new { VALUE = "1", TYPE = "A" }, new { VALUE = "2", TYPE = "B" } } },
            "m?PHONE[0][VALUE]=1&PHONE[0][TYPE]=A&PHONE[1][VALUE]=2&PHONE[1][TYPE]=B" },
        { new { ids = new HashSet<int> { 4, 5 } }, "m?ids[0]=4&ids[1]=5" },
        { new { map = new Dictionary<int, string> { [7] = "x" } }, "m?map[7]=x" },
        { new object[] { 13, new { TITLE = "x" } }, "m?0=13&1[TITLE]=x" },
        { new Dictionary<string, object> { ["id"] = 5, ["fields"] = new Dictionary<string, object> { ["A"] = true } }, "m?id=5&fields[A]=1" },
        { new { fields = new ReadOnly(new() { ["A"] = 1 }) }, "m?fields[A]=1" },
        { new System.Collections.Hashtable { ["id"] = 5 }, "m?id=5" },
        { new Dictionary<string, string> { ["fields[TITLE]"] = "a&b", ["id"] = "5" }, "m?fields[TITLE]=a%26b&id=5" },
        { new[] { KeyValuePair.Create("select[]", "ID"), KeyValuePair.Create("select[]", "A") }, "m?select[]=ID&select[]=A" },
        { new List<KeyValuePair<string, string>> { new("filter[>=DATE]", "x") }, "m?filter[%3E%3DDATE]=x" },
        { "id=5&fields[TITLE]=a%26b", "m?id=5&fields[TITLE]=a%26b" },
        { "?id=5", "m?id=5" },
        { "&id=5&", "m?id=5" },
        { "TITLE=a b+c%20d", "m?TITLE=a%20b+c%20d" },
        { "fields[TITLE]=\"Я\" <👍>\n", "m?fields[TITLE]=%22%D0%AF%22%20%3C%F0%9F%91%8D%3E%0A" },
        { "a=100%&b='x'", "m?a=100%&b='x'" },
        { "a=http://x:80/?y=1", "m?a=http://x:80/?y=1" },
        { """ {"id":5,"fields":{"A":[1.50,true,"\u042f\n"]}} """, "m?id=5&fields[A][0]=1.50&fields[A][1]=1&fields[A][2]=%D0%AF%0A" },
        { "[13,\"x\"]", "m?0=13&1=x" },
        { JsonDocument.Parse("""{"a":{"b":1}}"""), "m?a[b]=1" },
        { JsonDocument.Parse("""{"a":{"b":1}}""").RootElement, "m?a[b]=1" },
        { new JsonObject { ["a"] = new JsonArray(1, "x") }, "m?a[0]=1&a[1]=x" },
        { JObject.Parse("""{"a":[1,"x",{"b":false}]}"""), "m?a[0]=1&a[1]=x&a[2][b]=0" },
        { new { a = JToken.FromObject(5), b = new JObject { ["c"] = "x" }, d = JsonValue.Create("y") }, "m?a=5&b[c]=x&d=y" },
        { new Deal { Id = 5, Title = "x", Secret = "s" }, "m?Id=5&TITLE=x" },
        { new LegacyDeal { Id = 5, Title = "x", Secret = "s" }, "m?Id=5&TITLE=x" },
        { new Record(5, "x"), "m?Id=5&Title=x" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Parameters(object? parameters, string text) => Assert.Equal(text, Text(parameters));

    [Fact]
    public void Expando()
    {
        dynamic parameters = new ExpandoObject();
        parameters.id = 5;
        parameters.fields = new ExpandoObject();
        parameters.fields.TITLE = "x";

        Assert.Equal("m?id=5&fields[TITLE]=x", Text(parameters));
    }

    public static TheoryData<object> Inexpressible => new()
    {
        new { id = (int?)null },
        new { a = new { b = new object?[] { 1, null } } },
        """{"a":null}""",
        JObject.Parse("""{"a":null}"""),
        JsonDocument.Parse("""{"a":{"b":null}}""").RootElement,
        default(JsonElement),
        new Dictionary<string, string?> { ["a"] = null },
        new { a = Array.Empty<int>() },
        new { a = new { } },
        """{"a":{}}""",
        """{"a":[]}""",
        """{"a":""",
        new { a = new Dictionary<string, string>() },
        new { file = new byte[] { 1 } },
        new { file = new MemoryStream() },
        new { a = double.NaN },
        new { a = (Action)(() => { }) },
        new { a = "$result[x][ID]" },
        "id=%24result%5Bx%5D",
        "id=5#x",
        "id=5&auth=token",
        new { auth = "token" },
        new Dictionary<string, object> { ["a.b"] = 1 },
        new Dictionary<string, object> { ["a b"] = 1 },
        new Dictionary<string, object> { [""] = 1 },
        new { a = new Dictionary<string, object> { ["b[c"] = 1 } },
        new { a = new Dictionary<string, object> { [""] = 1 } },
        new { a = new string('x', 60_001) },
        new { a = new string('Я', 20_000) },
        new { a = Enumerable.Range(0, 1001) },
        new { a = (1, 2) },
        new WithConverter(),
        new WithContract { Id = 5 },
        new WithExtensionData { Id = 5 },
        new WithField(),
        new WithShouldSerialize { Id = 5 },
        new WithPrivateMember(),
        new Cycle(),
        new System.Collections.Specialized.NameValueCollection { ["a"] = "b" },
    };

    [Theory]
    [MemberData(nameof(Inexpressible))]
    public void SentAlone(object parameters) => Assert.Null(Text(parameters));

    [Fact]
    public void UpToTheLimits()
    {
        Assert.Equal(1000, Text(new { a = Enumerable.Range(0, 1000) })!.Count(letter => letter == '='));
        Assert.NotNull(Text(new { a = new string('x', 59_900) }));
    }

    [Fact]
    public void NamesOfTheCallersSerializer()
    {
        var camelCase = new JsonSerializerOptions(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

        Assert.Equal("m?dealId=5", Text(new { DealId = 5, Title = (string?)null }, parameters => JsonSerializer.Serialize(parameters, camelCase)));
    }

    [Theory]
    [InlineData(null, "m?Always=5&Never=")]
    [InlineData("x", "m?Always=5&WhenNull=x&Never=x&Legacy=x")]
    public void IgnoreConditions(string? value, string expected)
    {
        var parameters = new Conditions { Always = 5, WhenNull = value, Never = value ?? "", WhenDefault = 0, Legacy = value };

        Assert.Equal(expected, Text(parameters));
    }

    sealed class ReadOnly(Dictionary<string, object> map) : IReadOnlyDictionary<string, object>
    {
        public object this[string key] => map[key];

        public IEnumerable<string> Keys => map.Keys;

        public IEnumerable<object> Values => map.Values;

        public int Count => map.Count;

        public bool ContainsKey(string key) => map.ContainsKey(key);

        public bool TryGetValue(string key, out object value) => map.TryGetValue(key, out value!);

        public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => map.GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    sealed record Record(int Id, string Title);

    sealed class Deal
    {
        public int Id { get; set; }

        [JsonPropertyName("TITLE")]
        public string? Title { get; set; }

        [JsonIgnore]
        public string? Secret { get; set; }

        public int WriteOnly { set { } }

        public static int Static => 1;
    }

    sealed class LegacyDeal
    {
        public int Id { get; set; }

        [Newtonsoft.Json.JsonProperty("TITLE")]
        public string? Title { get; set; }

        [Newtonsoft.Json.JsonIgnore]
        public string? Secret { get; set; }
    }

    sealed class Conditions
    {
        public int Always { get; set; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? WhenNull { get; set; }

        [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
        public string? Never { get; set; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
        public int WhenDefault { get; set; }

        [Newtonsoft.Json.JsonProperty(NullValueHandling = Newtonsoft.Json.NullValueHandling.Ignore)]
        public string? Legacy { get; set; }
    }

    sealed class WithConverter
    {
        [JsonConverter(typeof(JsonStringEnumConverter))]
        public DayOfWeek Day { get; set; }
    }

    [System.Runtime.Serialization.DataContract]
    sealed class WithContract
    {
        [System.Runtime.Serialization.DataMember(Name = "ID")]
        public int Id { get; set; }
    }

    sealed class WithExtensionData
    {
        public int Id { get; set; }

        [JsonExtensionData]
        public Dictionary<string, object> Rest { get; } = new() { ["a"] = 1 };
    }

    sealed class WithField
    {
        public int Id = 5;
    }

    sealed class WithShouldSerialize
    {
        public int Id { get; set; }

        public bool ShouldSerializeId() => Id > 5;
    }

    sealed class WithPrivateMember
    {
        public int Id { get; set; }

        [Newtonsoft.Json.JsonProperty]
        int Version { get; set; } = 2;
    }

    sealed class Cycle
    {
        public Cycle Self => this;
    }
}
