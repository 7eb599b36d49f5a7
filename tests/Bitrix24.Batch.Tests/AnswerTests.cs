using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;

namespace Bitrix24.Batch.Tests;

public class AnswerTests
{
    const string Enveloped = """
        {"result":{"result":[ {"ID" : "1"}, [1.50, "\u042f"] ],"result_error":[],"result_total":{"1":120},
        "result_next":{"1":50},"result_time":[{"duration":0.1},{"duration":0.2}]},"time":{}}
        """;

    const string First = """{"result":{"ID" : "1"},"time":{"duration":0.1}}""";
    const string Second = """{"result":[1.50, "\u042f"],"total":120,"next":50,"time":{"duration":0.2}}""";

    static List<TAnswer> AnswersTo<TAnswer>(TAnswer answer, int count = 2)
    {
        var batch = Bitrix24Batch.Create(Numbers.Deals(count), (string _, object _) => Task.FromResult(answer));
        var sync = Bitrix24Batch.Create(Numbers.Deals(count), (string _, object _) => answer);
        return [.. Enumerable.Range(0, count).Select(_ => batch.NextAsync().Result), .. Enumerable.Range(0, count).Select(_ => sync.Next())];
    }

    [Fact]
    public void Text() => Assert.Equal([First, Second, First, Second], AnswersTo(Enveloped));

    [Fact]
    public void TextAsObject() => Assert.Equal([First, Second, First, Second], AnswersTo<object>(Enveloped));

    [Fact]
    public void WithoutEnvelope()
    {
        var inside = JsonDocument.Parse(Enveloped).RootElement.GetProperty("result");

        Assert.Equal(["""{"ID" : "1"}""", """[1.50, "\u042f"]"""], AnswersTo(inside.GetRawText()).Take(2));
        Assert.Equal(["""{"ID" : "1"}""", """[1.50, "\u042f"]"""], AnswersTo(inside).Take(2).Select(answer => answer.GetRawText()));
    }

    [Fact]
    public void Elements()
    {
        var root = JsonDocument.Parse(Enveloped).RootElement;

        Assert.Equal([First, Second, First, Second], AnswersTo(root).Select(answer => answer.GetRawText()));
        Assert.Equal([First, Second, First, Second], AnswersTo<object>(root).Select(answer => ((JsonElement)answer).GetRawText()));
    }

    [Fact]
    public void NullableElements()
    {
        JsonElement? root = JsonDocument.Parse(Enveloped).RootElement;

        Assert.Equal([First, Second], AnswersTo(root).Take(2).Select(answer => answer!.Value.GetRawText()));
        Assert.Equal([null, null], AnswersTo<JsonElement?>(null).Take(2));
        Assert.Equal(JsonValueKind.Undefined, AnswersTo(default(JsonElement))[1].ValueKind);
    }

    [Fact]
    public void Documents() =>
        Assert.Equal([First, Second, First, Second], AnswersTo(JsonDocument.Parse(Enveloped)).Select(answer => answer.RootElement.GetRawText()));

    [Fact]
    public void Nodes()
    {
        var second = JsonNode.Parse(Second);

        Assert.True(JsonNode.DeepEquals(second, AnswersTo(JsonNode.Parse(Enveloped)!)[1]));
        Assert.True(JsonNode.DeepEquals(second, AnswersTo((JsonObject)JsonNode.Parse(Enveloped)!)[3]));
        Assert.True(JsonNode.DeepEquals(second, (JsonNode)AnswersTo<object>(JsonNode.Parse(Enveloped)!)[1]));
    }

    [Fact]
    public void Tokens()
    {
        var second = JToken.Parse(Second);

        Assert.Equal(second, AnswersTo(JToken.Parse(Enveloped))[1], JToken.EqualityComparer);
        Assert.Equal(second, AnswersTo(JObject.Parse(Enveloped))[3], JToken.EqualityComparer);
        Assert.Equal(second, (JToken)AnswersTo<object>(JObject.Parse(Enveloped))[1], JToken.EqualityComparer);
        Assert.Equal(second, (JToken)AnswersTo<dynamic>(JObject.Parse(Enveloped))[1], JToken.EqualityComparer);
    }

    [Theory]
    [InlineData(Newtonsoft.Json.DateParseHandling.None, JTokenType.String)]
    [InlineData(Newtonsoft.Json.DateParseHandling.DateTime, JTokenType.Date)]
    [InlineData(Newtonsoft.Json.DateParseHandling.DateTimeOffset, JTokenType.Date)]
    public void TokensKeepTheirKindOfDates(Newtonsoft.Json.DateParseHandling handling, JTokenType type)
    {
        const string Answer = """{"result":{"result":["2024-01-02T03:04:05+03:00",1],"result_error":[]}}""";
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(Answer)) { DateParseHandling = handling };
        var whole = JToken.ReadFrom(reader);

        var date = AnswersTo(whole)[0]["result"]!;

        Assert.Equal(type, date.Type);
        Assert.Equal(((JValue)whole["result"]!["result"]![0]!).Value, ((JValue)date).Value);
    }

    [Fact]
    public async Task Responses()
    {
        using var response = new HttpResponseMessage { Content = new StringContent(Enveloped), Headers = { { "X-Request", "5" } } };
        var answers = AnswersTo(response).Concat(AnswersTo<object>(response).Cast<HttpResponseMessage>());

        foreach (var answer in answers.Chunk(2))
        {
            Assert.Equal(First, await answer[0].Content.ReadAsStringAsync());
            Assert.Equal(Second, await answer[1].Content.ReadAsStringAsync());
            Assert.All(answer, one => Assert.Equal(
                (HttpStatusCode.OK, "application/json", "5"),
                (one.StatusCode, one.Content.Headers.ContentType!.MediaType, one.Headers.GetValues("X-Request").Single())));
        }
    }

    [Fact]
    public async Task AFailedResponseIsTheAnswerOfEachCommand()
    {
        var requests = 0;
        var batch = Bitrix24Batch.Create(Numbers.Deals(3), (string _, object _) =>
        {
            requests++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("<html>", null, "text/html") });
        });

        for (var id = 1; id <= 3; id++)
        {
            using var answer = await batch.NextAsync();
            Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
            Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
            Assert.Equal("<html>", await answer.Content.ReadAsStringAsync());
        }
        Assert.Equal(1, requests);
    }

    [Fact]
    public async Task ARefusedResponseIsTheAnswerOfOneCommand()
    {
        const string Refusal = """{"error":"QUERY_LIMIT_EXCEEDED"}""";
        var answers = new Queue<HttpResponseMessage>(
        [
            new(HttpStatusCode.ServiceUnavailable) { Content = new StringContent(Refusal), Headers = { { "Retry-After", "2" } } },
            new(HttpStatusCode.OK) { Content = new StringContent(Enveloped) },
        ]);
        var batch = Bitrix24Batch.Create(Numbers.Deals(3), (string _, object _) => Task.FromResult(answers.Dequeue()));

        using var refused = await batch.NextAsync();
        using var second = await batch.NextAsync();
        using var third = await batch.NextAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "2"), (refused.StatusCode, refused.Headers.GetValues("Retry-After").Single()));
        Assert.Equal(Refusal, await refused.Content.ReadAsStringAsync());
        Assert.Equal([First, Second], [await second.Content.ReadAsStringAsync(), await third.Content.ReadAsStringAsync()]);
    }

    [Theory]
    [InlineData("""{"result":{"result":["a","b"],"result_error":[],"result_total":[],"result_next":[],"result_time":[]}}""")]
    [InlineData("""{"result":{"result":{"0":"a","1":"b"},"result_error":{}}}""")]
    [InlineData("""{"result":{"result_error":[],"result":{"1":"b","0":"a"}}}""")]
    [InlineData("\uFEFF{ \"result\" : { \"result\" : [ \"a\" , \"b\" ] } }\n")]
    public void MapsAndLists(string answer) => Assert.Equal(["""{"result":"a"}""", """{"result":"b"}"""], AnswersTo(answer).Take(2));

    [Theory]
    [InlineData("null")]
    [InlineData("false")]
    [InlineData("[]")]
    [InlineData("\"\"")]
    public void EmptyResultsAreResults(string result) => Assert.Equal(
        [$$"""{"result":{{result}}}""", """{"result":1}"""],
        AnswersTo($$$"""{"result":{"result":[{{{result}}},1],"result_error":[]}}""").Take(2));

    [Fact]
    public async Task TypedAnswers()
    {
        var portal = new Portal { ErrorOf = Numbers.Failing(2), AnswerOf = (_, parameters) => $"\"result\":{parameters},\"total\":7" };
        List<string> singles = [];
        var batch = Bitrix24Batch.Create(
            Numbers.Deals(3),
            (string method, object body) =>
            {
                singles.Add(portal.Json(method, body));
                return Task.FromResult(new Typed(-1, 0));
            },
            (object body) => Task.FromResult(JsonDocument.Parse(portal.Json("batch", body)).RootElement),
            text => Typed.Read(text),
            halt: false);

        Assert.Equal([new(1, 7), new(-1, 0), new(3, 7)], [await batch.NextAsync(), await batch.NextAsync(), await batch.NextAsync()]);
        Assert.Equal(["""{"error":"NOT_FOUND","error_description":"No."}"""], singles);
    }

    [Fact]
    public void TypedAnswersWithoutAwait()
    {
        var portal = new Portal { AnswerOf = (_, parameters) => $"\"result\":{parameters},\"total\":7" };
        var batch = Bitrix24Batch.Create(
            Numbers.Deals(51),
            (string method, object body) => Typed.Read(portal.Json(method, body)),
            (object body) => JObject.Parse(portal.Json("batch", body)),
            text => Typed.Read(text));

        for (var id = 1; id <= 51; id++)
            Assert.Equal(new Typed(id, 7), batch.Next());
    }

    [Fact]
    public void AnUnknownObjectFailsAfterIt()
    {
        var batch = Bitrix24Batch.Create(Numbers.Deals(2), (string _, object _) => new object());

        Assert.Throws<Bitrix24BatchException>(() => batch.Next());
        Assert.Throws<Bitrix24BatchException>(() => batch.Next());
    }

    sealed record Typed(int Id, int Total)
    {
        public static Typed Read(string text)
        {
            var root = JsonDocument.Parse(text).RootElement;
            return new(int.Parse(root.GetProperty("result").GetProperty("id").GetString()!, null), root.GetProperty("total").GetInt32());
        }
    }
}
