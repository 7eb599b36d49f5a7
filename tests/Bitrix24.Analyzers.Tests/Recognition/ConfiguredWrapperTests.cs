using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Recognition;

/// <summary>Wrappers that a list in <c>AdditionalFiles</c> names.</summary>
public sealed class ConfiguredWrapperTests
{
    static Scenario Over(string call) => Code.Of($$"""
        using Vendor;

        namespace App;

        public sealed class Sync(Gateway gateway)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await gateway.{{call}};
            }
        }
        """).WithProject("Vendor", """
        namespace Vendor;

        public class Gateway
        {
            public Task Relay(int id, string what) => Task.CompletedTask;
            public Task Close(int id) => Task.CompletedTask;
        }

        public class Gateway<T>
        {
            public Task Relay(T id, string what) => Task.CompletedTask;
        }
        """).AsBuilt();

    [Theory]
    [InlineData("Vendor.Gateway.Relay(what)")]
    [InlineData("Vendor.Gateway.Relay(1)")]
    [InlineData("  Vendor.Gateway.Relay ( what )   # carries the method")]
    [InlineData("# our clients\n\nVendor.Other.Call(0)\nVendor.Gateway.Relay(what)\n")]
    public Task AParameterByNameOrIndexReports(string list) =>
        Over("""{|BX1001:Relay|}(id, "crm.deal.update")""").WithWrappers(list).Naming("crm.deal.update").ReportsAsync();

    [Fact]
    public Task AFixedMethodReports() =>
        Over("{|BX1001:Close|}(id)").WithWrappers("Vendor.Gateway.Close = crm.deal.update").Naming("crm.deal.update").ReportsAsync();

    [Theory]
    [InlineData("profile")]
    [InlineData("user.item.save")]
    public Task AConfigurationBacksAWeakName(string method) =>
        Over($$"""{|BX1001:Relay|}(id, "{{method}}")""").WithWrappers("Vendor.Gateway.Relay(what)").Naming(method).ReportsAsync();

    [Fact]
    public Task AFixedMethodOfOneSegmentReports() => Over("{|BX1001:Close|}(id)").WithWrappers("Vendor.Gateway.Close = profile").Naming("profile").ReportsAsync();

    [Fact]
    public Task ASecondListReports() => Over("{|BX1001:Close|}(id)")
        .WithWrappers("Vendor.Gateway.Relay(what)")
        .WithWrappers("Vendor.Gateway.Close = crm.deal.update", "lists/Bitrix24.Wrappers.Vendor.txt")
        .Naming("crm.deal.update").ReportsAsync();

    [Theory]
    [InlineData("Vendor.Gateway.Relay(id)")]
    [InlineData("Vendor.Gateway.Relay(2)")]
    [InlineData("Vendor.Other.Relay(what)")]
    [InlineData("Other.Gateway.Relay(what)")]
    [InlineData("Vendor.Gateway.Close = crm.deal.update")]
    [InlineData("# Vendor.Gateway.Relay(what)")]
    public Task AnotherLineIsQuiet(string list) => Over("""Relay(id, "crm.deal.update")""").WithWrappers(list).QuietAsync();

    [Fact]
    public Task WithoutTheListItIsQuiet() => Over("""Relay(id, "crm.deal.update")""").QuietAsync();

    [Fact]
    public Task AListOfAnotherNameIsQuiet() => Over("""Relay(id, "crm.deal.update")""").WithWrappers("Vendor.Gateway.Relay(what)", "Wrappers.txt").QuietAsync();

    [Fact]
    public Task ATextThatIsNoMethodIsQuiet() => Over("""Relay(id, "close the order")""").WithWrappers("Vendor.Gateway.Relay(what)").QuietAsync();

    [Fact]
    public Task AWrapperInSourceThatHidesItsTransportReports() => Code.Of("""
        namespace App;

        public sealed class Bus
        {
            public Task Publish(string topic, int id) => Task.CompletedTask;
        }

        public sealed class Sync(Bus bus)
        {
            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                foreach (var id in ids)
                    await bus.{|BX1001:Publish|}("crm.deal.update", id);
            }
        }
        """).WithWrappers("App.Bus.Publish(topic)").Naming("crm.deal.update").ReportsAsync();
}
