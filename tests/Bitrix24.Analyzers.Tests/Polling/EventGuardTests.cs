using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>What decides on a change in the handler of an event, and what only asks whether the message is one.</summary>
public sealed class EventGuardTests
{
    const string Update = """await portal.{|BX4003:CallAsync|}("crm.deal.update", new { id, fields = new { TITLE = "x" } });""";

    const string QuietUpdate = """await portal.CallAsync("crm.deal.update", new { id, fields = new { TITLE = "x" } });""";

    const string Get = """var deal = await portal.CallAsync("crm.deal.get", new { id }); """;

    static Scenario Handler(string body) => Code.InClass($$"""
        public interface IBook { string? Find(string id); }

        public async Task HandleAsync(Dictionary<string, string> form, string token, IBook book)
        {
            var id = form["data[FIELDS][ID]"];
            await Task.Yield();
            if (form["event"] != "ONCRMDEALUPDATE")
                return;
            {{body}}
            Console.WriteLine(id + token + book);
        }
        """).For("BX4003");

    [Theory]
    [InlineData(Get + "switch (deal) { case \"WON\": ", "break; }")]
    [InlineData(Get + "if (deal is \"WON\") ", "")]
    [InlineData(Get + "if (deal is not \"WON\") return; ", "")]
    [InlineData(Get + "var isWrong = deal != \"x\"; if (isWrong) ", "")]
    [InlineData(Get + "var isRight = deal == \"x\"; if (isRight) return; ", "")]
    [InlineData(Get + "var amount = deal.Length * 3; if (amount > 1000) ", "")]
    [InlineData(Get + "if (!string.Equals(deal, \"x\", StringComparison.Ordinal)) ", "")]
    [InlineData(Get + "if (deal.StartsWith(\"x\")) return; ", "")]
    [InlineData("foreach (var row in new[] { id }.Where(r => r.Length > 3)) ", "")]
    [InlineData("var rows = new[] { id }.Where(r => r.Length > 3).ToList(); foreach (var row in rows) ", "")]
    [InlineData(Get + "var comment = deal.Trim(); if (comment != null) return; ", "")]
    [InlineData(Get + "if (string.IsNullOrEmpty(deal)) ", "")]
    [InlineData("var known = book.Find(id); if (known != null) return; ", "")]
    [InlineData("_ = form[\"stage\"] switch { \"WON\" => ", ", _ => \"\" };")]
    [InlineData(Get + "_ = deal != \"x\" && ", " != \"\";")]
    public Task WhatLooksAtTheRowDecides(string before, string behind) =>
        Handler(before + (behind.StartsWith(',') || behind.StartsWith(" !", StringComparison.Ordinal) ? QuietUpdate.TrimEnd(';') : QuietUpdate) + behind).QuietAsync();

    [Theory]
    [InlineData("switch (form[\"event\"]) { case \"ONCRMDEALUPDATE\": ", "break; }")]
    [InlineData("if (form[\"event\"] is \"ONCRMDEALUPDATE\" or \"ONCRMDEALADD\") ", "")]
    [InlineData("if (id is \"\") return; ", "")]
    [InlineData("if (id is not null) ", "")]
    [InlineData("var isOther = form[\"event\"] != \"ONCRMDEALUPDATE\"; if (isOther) return; ", "")]
    [InlineData("var isEmpty = string.IsNullOrEmpty(id); if (isEmpty) return; ", "")]
    [InlineData("var parts = id.Split(','); if (parts.Length < 1) return; ", "")]
    [InlineData("if (!string.Equals(form[\"auth\"], token, StringComparison.Ordinal)) return; ", "")]
    [InlineData("if (!form[\"event\"].StartsWith(\"ONCRMDEAL\")) return; ", "")]
    [InlineData("foreach (var row in id.Split(',')) ", "")]
    [InlineData("var other = form[\"data[FIELDS][TITLE]\"].Trim(); if (other == null) return; ", "")]
    [InlineData("if (!form.TryGetValue(\"data[FIELDS][ID]\", out var given) || !int.TryParse(given, out _)) return; ", "")]
    [InlineData(Get + "Console.WriteLine(deal); ", "")]
    [InlineData("_ = form[\"event\"] switch { \"ONCRMDEALUPDATE\" => ", ", _ => \"\" };")]
    public Task TheFormOfTheMessageDoesNot(string before, string behind) => Handler(before + (behind.StartsWith(',') ? Update.TrimEnd(';') : Update) + behind).ReportsAsync();
}
