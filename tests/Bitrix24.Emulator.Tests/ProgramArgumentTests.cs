namespace Bitrix24.Emulator.Tests;

/// <summary>Options of the program that it cannot use end it with one line, before or instead of a portal.</summary>
public sealed class ProgramArgumentTests
{
    private static Task<ProgramResult> Run(params string[] arguments) =>
        ExternalProgram.RunAsync("dotnet", [typeof(Portal).Assembly.Location, .. arguments], Path.GetTempPath());

    [Theory]
    [InlineData("--webhook is the number of a user and a code of letters and digits, such as 1:code.", "--webhook", "secretcode")]
    [InlineData("--webhook is the number of a user and a code of letters and digits, such as 1:code.", "--webhook", "1:")]
    [InlineData("--webhook is the number of a user and a code of letters and digits, such as 1:code.", "--webhook", "me:secretcode")]
    [InlineData("--webhook is the number of a user and a code of letters and digits, such as 1:code.", "--webhook", "1:secret/code")]
    [InlineData("--plan is standard or enterprise or off.", "--plan", "enterprize")]
    [InlineData("--clock is real or virtual.", "--clock", "fast")]
    [InlineData("--time is usual or none.", "--time=no")]
    [InlineData("--urls are addresses of this machine alone, such as https://127.0.0.1:5443.", "--urls", "http://0.0.0.0:0")]
    [InlineData("--urls are addresses of this machine alone, such as https://127.0.0.1:5443.", "--urls", "http://127.0.0.1:0;nonsense")]
    [InlineData("--urls are addresses of this machine alone, such as https://127.0.0.1:5443.", "--urls", "ftp://127.0.0.1")]
    [InlineData("--seed says how many rows, such as crm.deal=1000,crm.contact=40.", "--seed", "crm.deal")]
    [InlineData("--seed says how many rows, such as crm.deal=1000,crm.contact=40.", "--seed", "crm.deal=many")]
    [InlineData("--plan has no value.", "--plan", "--clock", "real")]
    [InlineData("--plan has no value.", "--plan")]
    [InlineData("Options are --urls, --file, --plan, --clock, --time, --webhook, --seed.", "--plann", "off")]
    [InlineData("Options are --urls, --file, --plan, --clock, --time, --webhook, --seed.", "off")]
    public void What_is_wrong_is_said_in_one_line(string line, params string[] arguments) =>
        Assert.Equal(line, Assert.Throws<FormatException>(() => ProgramArguments.Read(arguments)).Message);

    [Fact]
    public void What_is_right_beside_it_is_taken()
    {
        var (portal, seed) = ProgramArguments.Read(["--urls", "http://localhost:0;https://[::1]:0", "--plan=enterprise", "--clock", "virtual", "--time", "none", "--webhook", "7:a-B_1", "--seed", "crm.deal=2,crm.lead=1"]);
        Assert.Equal(["http://localhost:0", "https://[::1]:0"], portal.Urls);
        Assert.Equal((RateLimit.Enterprise, null, ServiceTime.None, new Webhook(7, "a-B_1")), (portal.Rate, portal.Clock, portal.ServiceTime, Assert.Single(portal.Webhooks)));
        Assert.Equal([("crm.deal", 2), ("crm.lead", 1)], seed);
        var (usual, none) = ProgramArguments.Read([]);
        Assert.Equal((RateLimit.Standard, TimeProvider.System, 0, 0), (usual.Rate, usual.Clock, usual.Webhooks.Count, none.Count));
        Assert.Null(ProgramArguments.Read(["--plan", "off"]).Portal.Rate);
    }

    [Theory]
    [InlineData("--webhook", "secretcode")]
    [InlineData("--plan", "enterprize")]
    [InlineData("--urls", "http://0.0.0.0:0")]
    [InlineData("--seed", "nosuch=3")]
    [InlineData("--seed", "log.blogpost=3")]
    [InlineData("--file", "/nowhere/at/all/portal.db")]
    public async Task The_program_ends_with_one_line_and_a_code(string name, string value)
    {
        string[] urls = name == "--urls" ? [] : ["--urls", "http://127.0.0.1:0"];
        var result = await Run([.. urls, name, value]);
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Single(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("secretcode", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_use_is_told_too()
    {
        await using var portal = await Portal.StartAsync();
        var result = await Run("--urls", portal.Url.GetLeftPart(UriPartial.Authority));
        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.Contains("address already in use", Assert.Single(result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.OrdinalIgnoreCase);
    }
}
