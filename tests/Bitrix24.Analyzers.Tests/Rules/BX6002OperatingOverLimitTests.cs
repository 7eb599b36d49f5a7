using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Rules;

public sealed class BX6002OperatingOverLimitTests
{
    [Fact]
    public Task A() => Code.InClass("""
        public async Task RunAsync(CancellationToken token)
        {
            {|BX6002:while|} (!token.IsCancellationRequested)
            {
                foreach (var id in new[] { 1, 2, 3 })
                    await portal.CallAsync("crm.deal.update", new { id });
                await Task.Delay(1000, token);
            }
        }
        """).WithFile("Bitrix24.Load.tsv", "crm.deal.update\t2").Saying("?").ReportsAsync();
}
