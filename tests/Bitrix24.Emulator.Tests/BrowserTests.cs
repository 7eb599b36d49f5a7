namespace Bitrix24.Emulator.Tests;

public sealed class BrowserTests : PortalTest
{
    protected override PortalOptions Options => new() { ServiceTime = ServiceTime.None };

    [BrowserFact]
    public async Task The_page_shows_the_counters_and_draws_the_bucket()
    {
        for (var i = 0; i < 60; i++)
            await Rest.Json("crm.deal.list");
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            // A test machine may run as root, where Chromium has no sandbox; the page is our own.
            string[] arguments = ["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={folder.FullName}", "--virtual-time-budget=5000", "--dump-dom", $"{Portal.Url}_emulator/"];
            var result = await ExternalProgram.RunAsync(BrowserFactAttribute.Chromium!, arguments, folder.FullName);
            Assert.True(result.ExitCode == 0, result.Errors);
            Assert.Contains("data-requests=\"60\"", result.Output, StringComparison.Ordinal);
            Assert.Contains("<dt>Refusals</dt><dd>9</dd>", result.Output, StringComparison.Ordinal);
            Assert.Contains("<td>crm.deal.list</td><td>60</td><td>51</td><td>0</td><td>9</td>", result.Output, StringComparison.Ordinal);
            Assert.Contains("<li>crm.item.list</li>", result.Output, StringComparison.Ordinal);
            // A bar of 60, red because requests of its second were refused, under the line of the threshold.
            Assert.Contains("<rect class=\"bar refused\" x=\"179\" y=\"6\" width=\"0.9\" height=\"60\"></rect>", result.Output, StringComparison.Ordinal);
            Assert.Contains("<line x1=\"0\" x2=\"180\" y1=\"16\" y2=\"16\"", result.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
