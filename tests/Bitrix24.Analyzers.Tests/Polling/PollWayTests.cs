using Bitrix24.Analyzers.Rules;
using Bitrix24.Analyzers.Tests.Verify;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Which fixes a poll may have, and which comes first.</summary>
public sealed class PollWayTests
{
    static async Task<string?> WaysAsync(string body, string lines = "", string address = "webhook")
    {
        var code = $$"""
            namespace App;

            public sealed class Sync(Portal portal)
            {
                const string Address = "{{address}}";

                public async Task RunAsync(CancellationToken token)
                {
                    while (!token.IsCancellationRequested)
                    {
                        {{body}}
                        await Task.Delay(60000, token);
                    }
                }
            }
            """;
        var compilation = References.Compile("App", [CSharpSyntaxTree.ParseText(code, path: "App.cs"), CSharpSyntaxTree.ParseText(Code.Portal, path: "Portal.cs"), Code.GlobalUsings], [], OutputKind.DynamicallyLinkedLibrary);
        var options = new AnalyzerOptions([], new Options(lines));
        var found = await compilation.WithAnalyzers([new BX4001FullScanPolling(), new BX4002FrequentPolling()], options).GetAnalyzerDiagnosticsAsync();
        return Assert.Single(found).Properties.TryGetValue("ways", out var ways) ? ways : null;
    }

    const string Deals = "await portal.CallAsync(\"crm.deal.list\");";

    [Theory]
    [InlineData("", "webhook", "changed_since;offline;online")]
    [InlineData("", "https://example.bitrix24.com/rest/1/secret/", "changed_since;online")]
    [InlineData("", "https://example.bitrix24.com/rest/", "changed_since;offline;online")]
    [InlineData("bitrix24.auth = webhook", "webhook", "changed_since;online")]
    [InlineData("bitrix24.auth = oauth", "webhook", "offline;changed_since;online")]
    [InlineData("bitrix24.auth = oauth", "https://example.bitrix24.com/rest/1/secret/", "offline;changed_since;online")]
    [InlineData("bitrix24.polling_fix = online", "webhook", "online;changed_since;offline")]
    [InlineData("bitrix24.polling_fix = offline", "webhook", "offline;changed_since;online")]
    [InlineData("bitrix24.polling_fix = offline\nbitrix24.auth = webhook", "webhook", "changed_since;online")]
    [InlineData("bitrix24.polling_fix = changed_since\nbitrix24.auth = oauth", "webhook", "changed_since;offline;online")]
    public async Task TheConfigurationChooses(string lines, string address, string expected) => Assert.Equal(expected, await WaysAsync(Deals, lines, address));

    [Theory]
    [InlineData("await portal.CallAsync(\"user.get\");", "changed_since")]
    [InlineData("await portal.CallAsync(\"crm.quote.list\");", "offline;online")]
    [InlineData("await portal.CallAsync(\"lists.element.get\");", "")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\", new { filter = new Dictionary<string, object> { [\">DATE_MODIFY\"] = \"2024-01-01\" } });", null)]
    [InlineData("await portal.CallAsync(\"crm.deal.list\"); await portal.CallAsync(\"crm.deal.update\");", "changed_since;offline;online")]
    [InlineData("await portal.CallAsync(\"crm.deal.list\"); await portal.CallAsync(\"crm.deal.list\");", null)]
    [InlineData("await portal.CallAsync(\"crm.deal.list\"); await portal.CallAsync(\"crm.lead.list\");", null)]
    [InlineData("await portal.CallAsync(\"crm.deal.list\"); await portal.CallAsync(\"crm.contact.get\");", null)]
    public async Task TheListAndItsRoundDecide(string body, string? expected) => Assert.Equal(expected, await WaysAsync(body));
}
