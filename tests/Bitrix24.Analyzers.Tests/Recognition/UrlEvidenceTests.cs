using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Recognition;

/// <summary>An address with <c>/rest/</c> and a REST method, however the code puts it together.</summary>
public sealed class UrlEvidenceTests
{
    [Theory]
    [InlineData("""await http.{|BX1001:GetAsync|}("https://example.bitrix24.com/rest/1/secret/crm.deal.get?id=" + id);""")]
    [InlineData("""await http.{|BX1001:GetAsync|}($"https://example.bitrix24.com/rest/1/secret/crm.deal.get?id={id}");""")]
    [InlineData("""await http.{|BX1001:GetStringAsync|}($"https://example.bitrix24.com/rest/1/secret/crm.deal.get.json?id={id}");""")]
    [InlineData("""await http.{|BX1001:GetAsync|}($"https://example.bitrix24.com/rest/1/secret/crm.deal.get/?id={id}");""")]
    [InlineData("""await http.{|BX1001:GetAsync|}($"https://example.bitrix24.com/rest/1/secret/CRM.DEAL.GET?ID={id}");""")]
    [InlineData("""await http.{|BX1001:GetAsync|}($"https://crm.example.org/rest/1/secret/crm.deal.get?id={id}");""")]
    [InlineData("""await http.{|BX1001:GetAsync|}($"https://{entity}.bitrix24.ru/rest/crm.deal.get?auth={webhook}&id={id}");""")]
    [InlineData("""await http.{|BX1001:GetAsync|}(Base + "crm.deal.get?id=" + id);""")]
    [InlineData("""await http.{|BX1001:GetAsync|}($"{Base}crm.deal.get?id={id}");""")]
    [InlineData("""await http.{|BX1001:GetAsync|}(DealGet + "?id=" + id);""")]
    [InlineData("""await http.{|BX1001:GetAsync|}(webhook + "crm.deal.get?id=" + id);""")]
    [InlineData("""await http.{|BX1001:GetAsync|}($"{webhook}/crm.deal.get.json?id={id}");""")]
    [InlineData("""await http.{|BX1001:GetFromJsonAsync|}<object>($"{webhook}/crm.deal.get.json?id={id}");""")]
    [InlineData("""await http.{|BX1001:PostAsJsonAsync|}($"{webhook}/crm.deal.get", new { id });""")]
    [InlineData("""await http.{|BX1001:PostAsync|}(new Uri(Base + "crm.deal.get"), null);""")]
    [InlineData("""await http.{|BX1001:PostAsync|}(new Uri(new Uri(Base), "crm.deal.get"), null);""")]
    [InlineData("""await http.{|BX1001:GetAsync|}(string.Format("https://example.bitrix24.com/rest/{0}/crm.deal.get?id={1}", webhook, id));""")]
    [InlineData("""await http.{|BX1001:GetAsync|}(string.Format("{0}/{1}?id={2}", webhook, "crm.deal.get", id));""")]
    [InlineData("""await http.{|BX1001:GetAsync|}(string.Concat(webhook, "/crm.deal.get?id=", id.ToString()));""")]
    [InlineData("""await http.{|BX1001:GetAsync|}(string.Join("/", webhook, "crm.deal.get"));""")]
    [InlineData("""await http.{|BX1001:GetAsync|}(webhook.TrimEnd('/') + "/crm.deal.get?id=" + id);""")]
    [InlineData("""await http.{|BX1001:PostAsync|}("crm.deal.get", new StringContent(id.ToString()));""")]
    [InlineData("""http.{|BX1001:GetAsync|}(Base + "crm.deal.get?id=" + id).Wait();""")]
    [InlineData("""_ = http.{|BX1001:GetStringAsync|}(Base + "crm.deal.get?id=" + id).Result;""")]
    [InlineData("""_ = http.{|BX1001:GetStringAsync|}(Base + "crm.deal.get?id=" + id).GetAwaiter().GetResult();""")]
    public Task AnAddressInTheCallReports(string call) => Code.WithHttp($$"""
        foreach (var id in ids)
            {{call}}
        """).Naming("crm.deal.get").ReportsAsync();

    [Theory]
    [InlineData("""var url = Base + "crm.deal.update";""")]
    [InlineData("""var method = "crm.deal.update"; var url = $"{webhook}/{method}";""")]
    [InlineData("""const string method = "crm.deal.update.json"; var url = webhook + "/" + method;""")]
    [InlineData("""var url = webhook; url += "/crm.deal.update";""")]
    [InlineData("""string url; url = webhook + "crm.deal.update";""")]
    [InlineData("""var url = new UriBuilder(Base + "crm.deal.update").ToString();""")]
    [InlineData("""var url = new System.Text.StringBuilder(webhook).Append("/rest/").Append("crm.deal.update").ToString();""")]
    [InlineData("""var text = new System.Text.StringBuilder(); text.Append(Base); text.Append("crm.deal.update"); var url = text.ToString();""")]
    public Task AnAddressInALocalReports(string before) => Code.WithHttp($$"""
        {{before}}
        foreach (var id in ids)
            await http.{|BX1001:PostAsJsonAsync|}(url, new { id });
        """).Naming("crm.deal.update").ReportsAsync();

    [Theory]
    [InlineData("""await http.GetAsync($"https://api.example.org/rest/v2/orders/{id}");""")]
    [InlineData("""await http.GetAsync($"https://jira.example.org/rest/api/2/issue/{id}");""")]
    [InlineData("""await http.GetAsync($"https://jira.example.org/rest/api/2/user?accountId={id}");""")]
    [InlineData("""await http.PostAsJsonAsync("https://slack.com/api/chat.postMessage", new { channel = id });""")]
    [InlineData("""await http.GetAsync($"https://slack.com/api/users.info?user={id}");""")]
    [InlineData("""await http.GetAsync($"https://api.vk.com/method/wall.get?owner_id={id}");""")]
    [InlineData("""await http.GetAsync($"https://api.example.org/user.get?id={id}");""")]
    [InlineData("""await http.GetAsync($"https://{entity}.bitrix24.com");""")]
    [InlineData("""await http.GetAsync($"https://{entity}.bitrix24.com/company/personal/user/{id}/");""")]
    [InlineData("""await http.GetAsync($"https://example.org/go?to=https://example.bitrix24.com/rest/1/secret/crm.deal.get&id={id}");""")]
    [InlineData("""await http.GetAsync($"https://oauth.bitrix.info/oauth/token/?client_id={id}");""")]
    [InlineData("""await http.GetAsync($"{webhook}/orders/{id}");""")]
    [InlineData("""await http.GetAsync($"{webhook}/report.pdf?id={id}");""")]
    [InlineData("""await http.GetAsync($"{webhook}/{entity}?id={id}");""")]
    public Task AnotherServiceIsQuiet(string call) => Code.WithHttp($$"""
        foreach (var id in ids)
            {{call}}
        var portal = Base;
        """).QuietAsync();

    [Theory]
    [InlineData("profile")]
    [InlineData("scope")]
    [InlineData("events")]
    public Task AOneSegmentNameOnThePortalReports(string method) => Code.WithHttp($$"""
        foreach (var id in ids)
            await http.{|BX1001:GetAsync|}(Base + "{{method}}");
        """).Naming(method).ReportsAsync();

    [Theory]
    [InlineData("profile")]
    [InlineData("scope")]
    [InlineData("events")]
    public Task AOneSegmentNameAnywhereElseIsQuiet(string method) => Code.WithHttp($$"""
        foreach (var id in ids)
            await http.GetAsync(webhook + "/{{method}}");
        var portal = Base;
        """).QuietAsync();

    [Fact]
    public Task AnUndocumentedNameOnThePortalReports() => Code.WithHttp("""
        foreach (var id in ids)
            await http.{|BX1001:PostAsJsonAsync|}(Base + "user.item.save", new { id });
        """).Naming("user.item.save").ReportsAsync();

    [Fact]
    public Task AnUndocumentedNameWithoutAnythingElseIsQuiet() => Code.WithHttp("""
        foreach (var id in ids)
            await http.PostAsJsonAsync(webhook + "/user.item.save", new { id });
        var portal = Base;
        """).QuietAsync();

    [Theory]
    [InlineData("""$"{webhook}/crm.{entity}.list" """, "crm.*.list")]
    [InlineData("""$"{webhook}crm.{entity}.{verb}" """, "crm.*.*")]
    [InlineData("""webhook + "/crm." + entity + ".update.json" """, "crm.*.update")]
    public Task ANameWithHolesReports(string address, string shown) => Code.WithHttp($$"""
        foreach (var id in ids)
            await http.{|BX1001:PostAsJsonAsync|}({{address}}, new { id });
        """).Naming(shown).ReportsAsync();

    [Fact]
    public Task ANameThatIsAllHolesIsQuiet() => Code.WithHttp("""
        foreach (var id in ids)
            await http.PostAsJsonAsync($"{webhook}/{entity}.{id}", new { id });
        """).QuietAsync();

    [Fact]
    public Task AMethodChosenByAConditionReports() => Code.WithHttp("""
        foreach (var id in ids)
        {
            var method = id == 0 ? "crm.deal.add" : "crm.deal.update";
            await http.{|BX1001:PostAsJsonAsync|}($"{webhook}/{method}", new { id });
        }
        """).ReportsAsync();

    [Fact]
    public Task AMethodThatIsReassignedReports() => Code.WithHttp("""
        foreach (var id in ids)
        {
            var task = "tasks.task.add.json";
            if (id > 0)
                task = "tasks.task.update.json";
            await http.{|BX1001:PostAsJsonAsync|}(webhook + "/" + task, new { id });
        }
        """).ReportsAsync();
}
