using System.Diagnostics;

namespace Bitrix24.Emulator.Tests;

/// <summary>The emulator as a program of its own.</summary>
public sealed class ProgramTests
{
    private static async Task<(Process Process, Uri Url)> Start(string file, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Portal).Assembly.Location, "--urls", "http://127.0.0.1:0", "--file", file, "--webhook", "1:secretcode", "--plan", "off", "--time", "none", .. more])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
        Assert.StartsWith("Bitrix24 emulator on http://127.0.0.1:", line, StringComparison.Ordinal);
        Assert.Equal("Webhook: as given", await process.StandardOutput.ReadLineAsync());
        return (process, new Uri(line["Bitrix24 emulator on ".Length..]));
    }

    [Fact]
    public async Task A_killed_program_has_lost_no_write_that_it_acknowledged()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "portal.db");
            using var client = new HttpClient();
            var (first, url) = await Start(file, "--seed", "crm.deal=3,crm.contact=2");
            using (first)
            {
                for (var i = 1; i <= 20; i++)
                    Assert.Equal(3 + i, (await Rest.Read(await client.GetAsync(new Uri(url, $"rest/1/secretcode/crm.deal.add?fields[TITLE]=d{i}")))).Number);
                first.Kill();
                await first.WaitForExitAsync();
            }

            var (second, again) = await Start(file);
            using (second)
            {
                var answer = await Rest.Read(await client.GetAsync(new Uri(again, "rest/1/secretcode/crm.deal.list?select[]=TITLE&start=0")));
                Assert.Equal((23, null, "d20"), ((int)answer.Body["total"]!, (string?)answer.Result![0]!["TITLE"], (string?)answer.Result[22]!["TITLE"]));
                Assert.Equal(2, (int)(await Rest.Read(await client.GetAsync(new Uri(again, "rest/1/secretcode/crm.contact.list")))).Body["total"]!);
                if (OperatingSystem.IsWindows())
                    second.Kill();
                else
                    await ExternalProgram.RunAsync(ExternalProgram.Find("kill")!, ["-TERM", second.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)], folder.FullName);
                await second.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
