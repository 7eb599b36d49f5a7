using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Repetition;

public sealed class LoopTests
{
    [Fact]
    public Task AForEachOverElementsReports() => Code.InMethod("""
        foreach (var id in ids)
            await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });
        """).ReportsAsync();

    [Fact]
    public Task ACallBeforeTheLoopIsQuiet() => Code.InMethod("""
        var deal = await portal.CallAsync("crm.deal.get", new { id = 1 });
        foreach (var id in ids)
            Console.WriteLine(deal + id);
        """).QuietAsync();
}
