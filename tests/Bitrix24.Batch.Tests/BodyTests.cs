using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;

namespace Bitrix24.Batch.Tests;

public class BodyTests
{
    const string First = "crm.deal.update?id=1&fields[TITLE]=a%26b";
    const string Second = "crm.deal.update?id=2&fields[TITLE]=a%26b";

    /// <summary>The body that a batch of two commands has.</summary>
    static TBody BodyOf<TBody>(Func<int, object> parameters, bool halt = true)
    {
        var bodies = new List<TBody>();
        Bitrix24Batch.Send(
            new[] { 1, 2 }.Select(id => Bitrix24Batch.Command("crm.deal.update", parameters(id))),
            (string method, TBody body) =>
            {
                Assert.Equal("batch", method);
                bodies.Add(body);
                return """{"result":{"result":[true,true],"result_error":[]}}""";
            },
            halt);
        return Assert.Single(bodies);
    }

    static object Anonymous(int id) => new { id, fields = new { TITLE = "a&b" } };

    static List<KeyValuePair<string, string>> Form(int id) => [new("id", $"{id}"), new("fields[TITLE]", "a&b")];

    [Fact]
    public void AnObjectOrADictionaryOfObjects()
    {
        foreach (var body in new[]
        {
            (IEnumerable<KeyValuePair<string, object>>)BodyOf<object>(Anonymous),
            BodyOf<Dictionary<string, object>>(Parameters),
            BodyOf<IDictionary<string, object>>(Parameters),
            BodyOf<IReadOnlyDictionary<string, object>>(Parameters),
        })
        {
            var map = Assert.IsType<Dictionary<string, object>>(body);
            Assert.Equal(["halt", "cmd"], map.Keys);
            Assert.Equal(1, map["halt"]);
            Assert.Equal(new Dictionary<string, string> { ["0"] = First, ["1"] = Second }, Assert.IsType<Dictionary<string, string>>(map["cmd"]));
        }

        static Dictionary<string, object> Parameters(int id) => new() { ["id"] = id, ["fields"] = new { TITLE = "a&b" } };
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void Halt(bool halt, int expected) => Assert.Equal(expected, ((Dictionary<string, object>)BodyOf<object>(Anonymous, halt))["halt"]);

    [Fact]
    public void FormPairs()
    {
        KeyValuePair<string, string>[] expected = [new("halt", "1"), new("cmd[0]", First), new("cmd[1]", Second)];

        Assert.Equal(expected, BodyOf<Dictionary<string, string>>(id => new Dictionary<string, string>(Form(id))));
        Assert.Equal(expected, BodyOf<IDictionary<string, string>>(id => new Dictionary<string, string>(Form(id))));
        Assert.Equal(expected, BodyOf<IEnumerable<KeyValuePair<string, string>>>(Form));
        Assert.Equal(expected, BodyOf<List<KeyValuePair<string, string>>>(Form));
        Assert.Equal(expected, BodyOf<IList<KeyValuePair<string, string>>>(Form));
        Assert.Equal(expected, BodyOf<KeyValuePair<string, string>[]>(id => Form(id).ToArray()));
    }

    [Fact]
    public void AQueryString() => Assert.Equal(
        "halt=1&cmd[0]=crm.deal.update%3Fid%3D1%26fields%5BTITLE%5D%3Da%2526b&cmd[1]=crm.deal.update%3Fid%3D2%26fields%5BTITLE%5D%3Da%2526b",
        BodyOf<string>(id => $"id={id}&fields[TITLE]=a%26b"));

    [Fact]
    public void JsonText() => Assert.Equal(
        $$$"""{"halt":1,"cmd":{"0":"{{{First}}}","1":"{{{Second}}}"}}""",
        BodyOf<string>(id => JsonSerializer.Serialize(Anonymous(id))));

    [Fact]
    public void JsonTextIsEscaped() => Assert.Equal(
        """{"halt":0,"cmd":{"0":"m?x=\"\\\u0001Я"}}""",
        Bitrix24BatchParts.BatchBody.Of<string>(["m?x=\"\\\u0001Я"], halt: false, asJson: true));

    [Fact]
    public void JsonDocuments()
    {
        var expected = $$$"""{"halt":1,"cmd":{"0":"{{{First}}}","1":"{{{Second}}}"}}""";

        Assert.Equal(expected, BodyOf<JsonElement>(id => JsonSerializer.SerializeToElement(Anonymous(id))).GetRawText());
        Assert.Equal(expected, BodyOf<JsonDocument>(id => JsonSerializer.SerializeToDocument(Anonymous(id))).RootElement.GetRawText());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), BodyOf<JsonObject>(id => JsonSerializer.SerializeToNode(Anonymous(id))!)));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), BodyOf<JsonNode>(id => JsonSerializer.SerializeToNode(Anonymous(id))!)));
        Assert.Equal(expected, BodyOf<JObject>(id => JObject.FromObject(Anonymous(id))).ToString(Newtonsoft.Json.Formatting.None));
        Assert.Equal(expected, BodyOf<JToken>(id => JObject.FromObject(Anonymous(id))).ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public void OtherTypesAreRefusedBeforeAnythingIsSent()
    {
        var exception = Assert.Throws<NotSupportedException>(() => BodyOf<Uri>(_ => new Uri("https://example.com")));
        Assert.Equal("Parameters of type System.Uri cannot carry a batch.", exception.Message);

        exception = Assert.Throws<NotSupportedException>(() => Bitrix24Batch.Create(Numbers.Deals(2), (string _, object _) => 5));
        Assert.Equal("Answers of type System.Int32 cannot carry those of a batch.", exception.Message);
    }

    [Theory]
    [InlineData("crm.deal.get", "batch")]
    [InlineData("crm.deal.get.json", "batch")]
    [InlineData("crm.deal.get?", "batch?")]
    [InlineData("/crm.deal.get", "/batch")]
    public void TheMethodIsSpeltAsTheCallerSpellsMethods(string method, string expected)
    {
        var methods = new List<string>();
        Bitrix24Batch.Send(new[] { 1, 2 }.Select(id => Bitrix24Batch.Command(method, $"id={id}")), (string sent, string _) => methods.Add(sent));

        Assert.Equal([expected], methods);
    }

    [Fact]
    public void APlainCallHasTheParametersThemselves()
    {
        var parameters = new { id = 5 };
        object? sent = null;
        Bitrix24Batch.Send([Bitrix24Batch.Command("crm.deal.get.json", parameters)], (string method, object body) => sent = (method, body));

        Assert.Equal(("crm.deal.get.json", (object)parameters), sent);
        Assert.Same(parameters, (((string, object))sent!).Item2);
    }

    [Fact]
    public void APlainCallWithoutParameters()
    {
        var sent = new List<object?>();
        Bitrix24Batch.Send([Bitrix24Batch.Command("profile")], (string _, JObject body) => sent.Add(body));
        Bitrix24Batch.Send([Bitrix24Batch.Command("profile")], (string _, JsonElement body) => sent.Add(body));

        Assert.Null(sent[0]);
        Assert.Equal(JsonValueKind.Undefined, Assert.IsType<JsonElement>(sent[1]).ValueKind);
    }
}
