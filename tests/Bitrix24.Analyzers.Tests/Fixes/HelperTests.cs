using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>A helper that does more than its call: it is split, and the loop gives it the batch's next answer.</summary>
public class HelperTests
{
    const string Get = """
        foreach (var deal in deals)
        {
            var title = await service.{|BX1001:GetTitleAsync|}(deal.Id);
            Console.WriteLine(title);
        }
        """;

    const string Got = """
        var batch = Bitrix24Batch.Create(
            deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", service.GetTitleParameters(deal.Id))),
            (string method, object body) => service.SendCommandAsync(method, body));
        foreach (var deal in deals)
        {
            var title = await service.GetTitleAsync(deal.Id, batch.NextAsync);
            Console.WriteLine(title);
        }
        """;

    const string Bridge = "\n\ninternal Task<JsonElement> SendCommandAsync(string method, object body) => _client.CallAsync(method, body);";

    [Fact]
    public Task ReadsTheAnswer() => FixCase.FixesAll(
        (WithService(Get), WithService(Got)),
        (Service("""
            /// <summary>The title of a deal.</summary>
            public async Task<string?> GetTitleAsync(int id)
            {
                Console.WriteLine($"Deal {id}");
                var answer = await _client.CallAsync("crm.deal.get", new { id });
                return answer.GetProperty("result").GetProperty("TITLE").GetString();
            }
            """),
        Service("""
            /// <summary>The title of a deal.</summary>
            public Task<string?> GetTitleAsync(int id) => GetTitleAsync(id, () => _client.CallAsync("crm.deal.get", GetTitleParameters(id)));

            internal async Task<string?> GetTitleAsync(int id, Func<Task<JsonElement>> send)
            {
                Console.WriteLine($"Deal {id}");
                var answer = await send();
                return answer.GetProperty("result").GetProperty("TITLE").GetString();
            }

            internal object GetTitleParameters(int id) => new { id };
            """ + Bridge)),
        (Client, Client));

    [Fact]
    public Task TwoLoopsShareAHelper() => FixCase.FixesAll(
        (WithService(Get + "\nawait Task.Yield();\n" + Get), WithService(Got + "\nawait Task.Yield();\n" + Got.Replace("batch.", "batch2.", StringComparison.Ordinal).Replace("batch =", "batch2 =", StringComparison.Ordinal))),
        (Service("""
            public async Task<string?> GetTitleAsync(int id)
            {
                var select = new[] { "TITLE" };
                var answer = await _client.CallAsync("crm.deal.get", new { id, select });
                return answer.GetProperty("result").GetProperty("TITLE").GetString();
            }

            public override string ToString() => "";
            """),
        Service("""
            public Task<string?> GetTitleAsync(int id) => GetTitleAsync(id, () => _client.CallAsync("crm.deal.get", GetTitleParameters(id)));

            internal async Task<string?> GetTitleAsync(int id, Func<Task<JsonElement>> send)
            {
                var answer = await send();
                return answer.GetProperty("result").GetProperty("TITLE").GetString();
            }

            internal object GetTitleParameters(int id)
            {
                var select = new[] { "TITLE" };
                return new { id, select };
            }

            internal Task<JsonElement> SendCommandAsync(string method, object body) => _client.CallAsync(method, body);

            public override string ToString() => "";
            """)),
        (Client, Client));

    [Fact]
    public Task CatchesErrors() => FixCase.FixesAll(
        (WithService(Get), WithService(Got)),
        (Service("""
            public async Task<string?> GetTitleAsync(int id)
            {
                try
                {
                    var select = new[] { "TITLE" };
                    var answer = await _client.CallAsync("crm.deal.get", new { id, select }).ConfigureAwait(false);
                    return answer.GetProperty("result").GetProperty("TITLE").GetString();
                }
                catch (Exception e)
                {
                    Console.WriteLine(e.Message);
                    return null;
                }
            }
            """),
        Service("""
            public Task<string?> GetTitleAsync(int id) => GetTitleAsync(id, () => _client.CallAsync("crm.deal.get", GetTitleParameters(id)));

            internal async Task<string?> GetTitleAsync(int id, Func<Task<JsonElement>> send)
            {
                try
                {
                    var answer = await send().ConfigureAwait(false);
                    return answer.GetProperty("result").GetProperty("TITLE").GetString();
                }
                catch (Exception e)
                {
                    Console.WriteLine(e.Message);
                    return null;
                }
            }

            internal object GetTitleParameters(int id)
            {
                var select = new[] { "TITLE" };
                return new { id, select };
            }
            """ + Bridge)),
        (Client, Client));

    [Theory]
    [InlineData("var title = \"\"; try { title = id.ToString().Substring(3); var answer = await _client.CallAsync(\"crm.deal.get\", new { id }); return answer.ToString(); } catch (Exception) { return title; }")]
    [InlineData("Console.WriteLine(id); if (id < 5) return null; var answer = await _client.CallAsync(\"crm.deal.get\", new { id }); return answer.ToString();")]
    [InlineData("var answer = await _client.CallAsync(\"crm.deal.get\", new { id = _last }); _last = id; return answer.ToString();", "int _last;")]
    [InlineData("JsonElement answer = default; for (var i = 0; i < 3; i++) answer = await _client.CallAsync(\"crm.deal.get\", new { id }); return answer.ToString();")]
    [InlineData("var answer = await _client.CallAsync(\"crm.deal.get\", new { id }); answer = await _client.CallAsync(\"crm.deal.get\", new { id = answer.GetProperty(\"PARENT\").GetInt32() }); return answer.ToString();")]
    public Task Stays(string body, string field = "") => FixCase.Stays(WithService(Get), Service($"{field} public async Task<string?> GetTitleAsync(int id) {{ {body} }}"), Client);
}
