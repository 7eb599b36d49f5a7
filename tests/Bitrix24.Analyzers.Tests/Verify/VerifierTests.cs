using Xunit.Sdk;

namespace Bitrix24.Analyzers.Tests.Verify;

/// <summary>What the other tests rely on: the verifier fails where it should.</summary>
public sealed class VerifierTests
{
    const string Call = """foreach (var id in ids) await portal.CallAsync("crm.deal.get", new { id });""";

    static string Marked => Call.Replace("CallAsync", "{|BX1001:CallAsync|}", StringComparison.Ordinal);

    static Task FailsAsync(Func<Task> verify) => Assert.ThrowsAnyAsync<XunitException>(verify);

    [Fact]
    public Task ADiagnosticThatIsNotMarkedFails() => FailsAsync(() => Code.InMethod(Call).QuietAsync());

    [Fact]
    public Task ADiagnosticBesideAMarkedOneFails() => FailsAsync(() => Code.InMethod(Marked + Call).ReportsAsync());

    [Fact]
    public Task AMarkWithoutADiagnosticFails() => FailsAsync(() => Code.InMethod(Marked["foreach (var id in ids) ".Length..].Replace("{ id }", "{ }", StringComparison.Ordinal)).ReportsAsync());

    [Fact]
    public Task AMarkInAnotherPlaceFails() => FailsAsync(() => Code.InMethod(Call.Replace("portal", "{|BX1001:portal|}", StringComparison.Ordinal)).ReportsAsync());

    [Fact]
    public Task AMarkOfAnotherRuleFails() => FailsAsync(() => Code.InMethod(Marked.Replace("BX1001", "BX1002", StringComparison.Ordinal)).ReportsAsync());

    [Fact]
    public Task ReportsWithoutAMarkFails() => FailsAsync(() => Code.InMethod("await Task.Yield();").ReportsAsync());

    [Fact]
    public Task QuietWithAMarkFails() => FailsAsync(() => Code.InMethod(Marked).QuietAsync());

    [Fact]
    public Task AnotherRestMethodFails() => FailsAsync(() => Code.InMethod(Marked).Naming("crm.deal.list").ReportsAsync());

    [Fact]
    public Task AnotherMessageFails() => FailsAsync(() => Code.InMethod(Marked).Saying("Something else.").ReportsAsync());

    [Fact]
    public Task AnotherAdditionalPlaceFails() => FailsAsync(() => Code.InMethod(Marked + "{|via:_|} = 1;").ReportsAsync());

    [Fact]
    public Task CodeThatDoesNotCompileFails() => FailsAsync(() => Code.InMethod("nonsense;").QuietAsync());

    [Theory]
    [InlineData("Somebody's 'example.bitrix24.com' is called: https://example.org.")]
    [InlineData("'/rest/1/' is called.")]
    [InlineData("'crm.deal.get' is called with Fabrikam.")]
    [InlineData("'Fabrikam' is called.")]
    public void AMessageThatShowsAnArgumentFails(string message)
    {
        var compilation = Code.InMethod("""await portal.CallAsync("crm.deal.get", new { name = "Fabrikam" });""").Compile();
        Assert.ThrowsAny<XunitException>(() => Secrecy.Check([new Reported("BX1001", "App.cs", 0, 1, message, "")], compilation));
    }

    [Fact]
    public void AMessageThatShowsTheRestMethodPasses()
    {
        var compilation = Code.InMethod("""await portal.CallAsync("crm.deal.get", new { name = "Fabrikam" });""").Compile();
        Secrecy.Check([new Reported("BX1001", "App.cs", 0, 1, "'crm.deal.get' is called for each of 'ids'.", "")], compilation);
    }
}
