using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Rules;

public sealed class BX4003EventFeedbackTests
{
    static Scenario Handler(string body, string members = "") => Code.InClass($$"""
        public async Task HandleAsync(Dictionary<string, string> form, string token)
        {
            var id = form["data[FIELDS][ID]"];
            await Task.Yield();
            {{body}}
            Console.WriteLine(id + token);
        }

        {{members}}
        """).For("BX4003");

    const string Update = """await portal.{|BX4003:CallAsync|}("crm.deal.update", new { id, fields = new { TITLE = "x" } });""";

    const string QuietUpdate = """await portal.CallAsync("crm.deal.update", new { id, fields = new { TITLE = "x" } });""";

    [Fact]
    public Task AHandlerThatChangesWhatItHandles() => Handler($$"""
        if (form["event"] == "ONCRMDEALUPDATE")
        {
            {{Update}}
        }
        """).Saying(
        "'crm.deal.update' (through CallAsync → PostAsJsonAsync) raises OnCrmDealUpdate, which this code handles: each event brings the next. "
        + "Change only what is different, or bind with 'auth_connector' and send it along.").ReportsAsync();

    [Theory]
    [InlineData("if (form[\"event\"] != \"ONCRMDEALUPDATE\") return; ")]
    [InlineData("if (!string.Equals(form[\"event\"], \"OnCrmDealUpdate\", StringComparison.OrdinalIgnoreCase)) return; if (form[\"auth[application_token]\"] != token) return; ")]
    [InlineData("if (form[\"event\"] != \"ONCRMDEALUPDATE\" || string.IsNullOrEmpty(id)) return; ")]
    [InlineData("if (form[\"event\"] is not \"ONCRMDEALUPDATE\") return; if (id is null) return; ")]
    public Task ACheckOfTheMessageIsNoGuard(string check) => Handler(check + Update).ReportsAsync();

    [Fact]
    public Task ASwitchOverEvents() => Handler($$"""
        switch (form["event"])
        {
            case "ONCRMDEALUPDATE":
                {{Update}}
                break;
            case "ONCRMDEALADD":
                {{QuietUpdate}}
                break;
            case "ONCRMLEADADD":
                await portal.{|BX4003:CallAsync|}("crm.lead.add", new { id });
                break;
        }
        """).ReportsAsync();

    [Fact]
    public Task AHelperThatChangesIt() => Handler("""if (form["event"] == "ONCRMDEALUPDATE") await {|BX4003:RenameAsync|}(id);""", """Task RenameAsync(string id) => portal.CallAsync("crm.deal.update", new { id });""").ReportsAsync();

    [Theory]
    [InlineData("if (form[\"event\"] == \"ONCRMDEALADD\") ")]
    [InlineData("if (form[\"event\"] == \"ONCRMLEADUPDATE\") ")]
    [InlineData("if (form[\"event\"] == \"ONCRMDEALUPDATE\" && form[\"data[FIELDS][TITLE]\"] != \"x\") ")]
    [InlineData("if (form[\"event\"] == \"ONCRMDEALUPDATE\") if (await portal.CallAsync(\"crm.deal.get\", new { id }) != \"x\") ")]
    [InlineData("if (form[\"event\"] != \"ONCRMDEALUPDATE\") return; var deal = await portal.CallAsync(\"crm.deal.get\", new { id }); if (deal.Contains(\"x\")) return; ")]
    [InlineData("await portal.CallAsync(\"event.bind\", new { @event = \"ONCRMDEALUPDATE\", handler = token }); ")]
    [InlineData("Console.WriteLine(\"ONCRMDEALUPDATE\"); ")]
    [InlineData("")]
    public Task OthersAreQuiet(string before) => Handler(before + QuietUpdate).QuietAsync();

    [Fact]
    public Task AKeyOfAConnectorIsQuiet() => Handler("""
        if (form["event"] == "ONCRMDEALUPDATE")
            await portal.CallAsync("crm.deal.update", new { id, auth_connector = "sync" });
        """).QuietAsync();

    [Fact]
    public Task AReadIsQuiet() => Handler("""
        if (form["event"] == "ONCRMDEALUPDATE")
            await portal.CallAsync("crm.deal.get", new { id });
        """).QuietAsync();

    [Fact]
    public Task AnotherEntityIsQuiet() => Handler("""
        if (form["event"] == "ONCRMDEALUPDATE")
            await portal.CallAsync("crm.contact.update", new { id });
        """).QuietAsync();
}
