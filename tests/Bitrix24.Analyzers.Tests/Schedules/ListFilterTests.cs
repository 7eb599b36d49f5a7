using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Schedules;
using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Which rows a call asks for.</summary>
public sealed class ListFilterTests
{
    static Scenario List(string statements) => Code.InClass($$"""
        const string ChangedSince = ">DATE_MODIFY";
        const string Field = "DATE_MODIFY";
        int _last;

        static Dictionary<string, object> Changed(DateTime since) => new() { [">DATE_MODIFY"] = since };

        static Dictionary<string, object> Stage() => new() { ["STAGE_ID"] = "NEW" };

        Task<string> ReadAsync(string method, Dictionary<string, object>? filter = null) => portal.CallAsync(method, new { filter, select = new[] { "ID" } });

        public async Task RunAsync(HttpClient http, string since, int[] ids, int start)
        {
            while (true)
            {
                {{statements}}
                await Task.Delay(60000);
                Console.WriteLine($"{_last++}{since}{ids}{start}{Field}{ChangedSince}{Changed(default)}{Stage()}{http}");
            }
        }
        """);

    static void Asks(string statements, Selection expected)
    {
        var compilation = List(statements).Compile();
        var model = RestModel.Of(compilation, WrapperList.Empty);
        var run = Assert.Single(compilation.SyntaxTrees.SelectMany(t => model.RunsOf(model.SemanticModelOf(t)!, occasional: false, CancellationToken.None)));
        Assert.Equal(expected, Assert.Single(run.Calls).Asked);
    }

    [Theory]
    [InlineData("await portal.CallAsync(\"crm.deal.list\");")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { select = new[] { \"ID\" }, order = new { ID = \"ASC\" } });")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { filter = new { } });")]
    [InlineData("await ReadAsync(\"crm.deal.list\");")]
    [InlineData("await ReadAsync(\"crm.deal.list\", null);")]
    [InlineData("var last = 0; string page; do { page = await portal.CallAsync(\"crm.deal.list\", new { filter = new Dictionary<string, object> { [\">ID\"] = last } }); last += 50; } while (page.Contains(\"next\"));")]
    [InlineData("var last = \"0\"; string page; do { page = await portal.CallAsync(\"crm.deal.list\", new { order = new { ID = \"ASC\" }, filter = new Dictionary<string, object> { [\">ID\"] = last } }); last = System.Text.Json.JsonDocument.Parse(page).RootElement.GetProperty(\"ID\").GetString()!; } while (page.Contains(\"next\"));")]
    [InlineData("var last = 0; string page; do { page = portal.CallAsync(\"crm.deal.list\", new { order = new { ID = \"ASC\" }, filter = new Dictionary<string, object> { [\">ID\"] = last } }).Result; last = page.Length; } while (page.Contains(\"next\"));")]
    public void Everything(string statements) => Asks(statements, Selection.Everything);

    [Theory]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { filter = new { STAGE_ID = \"NEW\" } });")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { FILTER = new { STAGE_ID = \"NEW\" } });")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new Dictionary<string, object> { [\"filter\"] = Stage() });")]
    [InlineData("var p = new Dictionary<string, object>(); p[\"filter\"] = Stage(); await portal.CallAsync(\"crm.deal.list\", p);")]
    [InlineData("var p = new Dictionary<string, object>(); p.Add(\"filter\", Stage()); await portal.CallAsync(\"crm.deal.list\", p);")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", \"{\\\"filter\\\":{\\\"STAGE_ID\\\":\\\"NEW\\\"}}\");")]
    [InlineData("await http.GetAsync($\"https://acme.bitrix24.com/rest/1/x/crm.deal.list?start={start}&filter[STAGE_ID]=NEW\");")]
    [InlineData("await ReadAsync(\"crm.deal.list\", Stage());")]
    [InlineData("await ReadAsync(\"crm.deal.list\", filter: Stage());")]
    [InlineData("var last = 0; string page; do { page = await portal.CallAsync(\"crm.deal.list\", new { filter = new Dictionary<string, object> { [\">ID\"] = last, [\"STAGE_ID\"] = \"NEW\" } }); last += 50; } while (page.Contains(\"next\"));")]
    public void Some(string statements) => Asks(statements, Selection.Some);

    [Theory]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { filter = new Dictionary<string, object> { [\">DATE_MODIFY\"] = since } });")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { filter = new Dictionary<string, object> { [ChangedSince] = since } });")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { filter = new Dictionary<string, object> { [\">\" + Field] = since } });")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { filter = new Dictionary<string, object> { [$\">={Field}\"] = since } });")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { filter = Changed(DateTime.Now) });")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", \"{\\\"filter\\\":{\\\">DATE_MODIFY\\\":\\\"\" + since + \"\\\"}}\");")]
    [InlineData("await http.GetAsync($\"https://acme.bitrix24.com/rest/1/x/crm.deal.list?filter[>DATE_MODIFY]={since}\");")]
    [InlineData("await http.GetAsync($\"https://acme.bitrix24.com/rest/1/x/crm.deal.list?filter%5B%3EDATE_MODIFY%5D={since}\");")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { filter = new Dictionary<string, object> { [\">ID\"] = _last } });")]
    [InlineData("string page; do { page = await portal.CallAsync(\"crm.deal.list\", new { filter = new Dictionary<string, object> { [\">ID\"] = _last } }); _last += 50; } while (page.Contains(\"next\"));")]
    public void Beyond(string statements) => Asks(statements, Selection.Beyond);

    [Theory]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { filter = new { ID = 5 } });")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { filter = new Dictionary<string, object> { [\"@ID\"] = ids } });")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { filter = new Dictionary<string, object> { { \"=ID\", 5 } } });")]
    [InlineData("await http.GetAsync($\"https://acme.bitrix24.com/rest/1/x/crm.deal.list?filter[ID]={start}\");")]
    public void Named(string statements) => Asks(statements, Selection.Named);
}
