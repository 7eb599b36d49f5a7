using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Rules;

public sealed class BX9001InvalidConfigurationTests
{
    static Scenario List(string lines) => Code.Of("class Nothing { }").WithWrappers(lines);

    [Theory]
    [InlineData("{|BX9001:Vendor.Gateway.Relay|}", "it must end in '(parameter)' or '= rest.method'")]
    [InlineData("{|BX9001:Vendor.Gateway.Relay(what|}", "')' is missing at the end")]
    [InlineData("{|BX9001:Vendor.Gateway.Relay(what, id)|}", "between the parentheses must stand the name or the index of one parameter")]
    [InlineData("{|BX9001:Vendor.Gateway.Relay()|}", "between the parentheses must stand the name or the index of one parameter")]
    [InlineData("{|BX9001:Vendor.Gateway.Relay(-1)|}", "between the parentheses must stand the name or the index of one parameter")]
    [InlineData("{|BX9001:Relay(what)|}", "it must begin with 'Namespace.Type.Method'")]
    [InlineData("{|BX9001:Vendor..Relay(what)|}", "it must begin with 'Namespace.Type.Method'")]
    [InlineData("{|BX9001:Vendor.Gate way.Relay(what)|}", "it must begin with 'Namespace.Type.Method'")]
    [InlineData("{|BX9001:Vendor.Gateway.Close = orders.close|}", "the text after '=' is not a REST method")]
    [InlineData("{|BX9001:Vendor.Gateway.Close =|}", "the text after '=' is not a REST method")]
    [InlineData("{|BX9001:Close = crm.deal.update|}", "it must begin with 'Namespace.Type.Method'")]
    public Task ALineThatCannotBeReadReports(string line, string reason) =>
        List(line).Saying($"This line of the wrapper list is ignored: {reason}").ReportsAsync();

    [Theory]
    [InlineData("Vendor.Gateway.Relay(what)")]
    [InlineData("Vendor.Gateway.Relay(0)")]
    [InlineData("Vendor.Gateway.Close = crm.deal.update")]
    [InlineData("Vendor.Gateway.Close=CRM.Deal.Update")]
    [InlineData("Vendor.Gateway.Close = profile")]
    [InlineData("Vendor.Gateway.Close = user.item.save # undocumented")]
    [InlineData("# Vendor.Gateway.Relay")]
    [InlineData("")]
    [InlineData("\n\n   \n")]
    [InlineData("\tVendor.Gateway.Relay(what)\t")]
    public Task ALineThatCanBeReadIsQuiet(string line) => List(line).QuietAsync();

    [Fact]
    public Task EachBadLineIsReportedWhereItStands() => List("""
        # ours
        Vendor.Gateway.Relay(what)
        {|BX9001:Vendor.Gateway.Open|}
        Vendor.Gateway.Close = crm.deal.update
        {|BX9001:nonsense|}
        """).ReportsAsync();

    [Fact]
    public Task EachBadListIsReported() => List("{|BX9001:nonsense|}").WithWrappers("{|BX9001:more nonsense|}", "Bitrix24.Wrappers.Vendor.txt").ReportsAsync();

    [Fact]
    public Task AnotherFileIsQuiet() => Code.Of("class Nothing { }").WithWrappers("nonsense", "notes.txt").QuietAsync();

    [Fact]
    public Task ABadLineDoesNotSpoilTheOthers() => Code.Of("""
        namespace App;

        public sealed class Bus
        {
            public Task Publish(string topic) => Task.CompletedTask;
        }

        public sealed class Sync(Bus bus)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await bus.{|BX1001:Publish|}("crm.deal.update");
            }
        }
        """).WithWrappers("""
        {|BX9001:nonsense|}
        App.Bus.Publish(topic)
        """).ReportsAsync();
}
