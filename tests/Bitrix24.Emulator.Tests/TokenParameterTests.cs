using System.Text;

namespace Bitrix24.Emulator.Tests;

/// <summary>What is kept of a call names no token, wherever the token stood.</summary>
public sealed class TokenParameterTests : PortalTest
{
    private const string Token = "0123456789abcdef";

    private string Kept => string.Join('\n', Portal.Calls.Select(call => $"{call.Method} {call.Parameters} {call.Command}"));

    [Theory]
    [InlineData("auth")]
    [InlineData("AUTH")]
    [InlineData("access_token")]
    [InlineData("auth[access_token]")]
    public async Task Beside_a_webhook(string name)
    {
        Assert.Null((await Rest.Get($"crm.deal.list?{name}={Token}&select[]=ID")).Error);
        Assert.Null((await Rest.Form("crm.deal.list", (name, Token), ("select[]", "ID"))).Error);
        Assert.Equal("""crm.deal.list {"select":["ID"]} crm.deal.list {"select":["ID"]}""", string.Join('\n', Kept.Split('\n').Distinct(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("crm.deal.add?auth={0}&fields[TITLE]=a", "crm.deal.add?fields[TITLE]=a")]
    [InlineData("crm.deal.add?fields[TITLE]=a&access_token={0}", "crm.deal.add?fields[TITLE]=a")]
    [InlineData("crm.deal.add?%61uth={0}&fields[TITLE]=a", "crm.deal.add?fields[TITLE]=a")]
    [InlineData("crm.deal.add?auth[x]={0}&fields[TITLE]=a", "crm.deal.add?fields[TITLE]=a")]
    public async Task In_a_command_of_a_batch(string command, string kept)
    {
        var given = string.Format(System.Globalization.CultureInfo.InvariantCulture, command, Token);
        Assert.Equal(1, (int)(await Rest.Batch(new { a = given })).Result!["result"]!["a"]!);
        Assert.Equal(2, (int)(await Rest.Batch(new[] { given })).Result!["result"]![0]!);
        Assert.DoesNotContain(Token, Kept, StringComparison.Ordinal);
        Assert.Equal($$$"""{"halt":0,"cmd":{"a":"{{{kept}}}"}}""", Portal.Calls[0].Parameters);
        Assert.Equal("""{"fields":{"TITLE":"a"}}""", Portal.Calls[1].Parameters);
    }

    [Fact]
    public async Task However_the_commands_are_named_and_though_some_are_none()
    {
        await Rest.Form("batch", ("CMD[a]", $"crm.deal.add?auth={Token}&fields[TITLE]=a"), ("CMD[b][c]", $"crm.deal.add?auth={Token}&fields[TITLE]=b"), ("CMD[d]", $"batch?CMD[x]=crm.deal.get?auth={Token}"));
        Assert.DoesNotContain(Token, Kept, StringComparison.Ordinal);
        Assert.Equal("""{"CMD":{"a":"crm.deal.add?fields[TITLE]=a","b":{"c":"crm.deal.add?fields[TITLE]=b"},"d":"batch?CMD[x]=crm.deal.get%3F"}}""", Portal.Calls[0].Parameters);
        Assert.Equal(["batch", "crm.deal.add", "batch"], Portal.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task In_a_batch_within_a_batch()
    {
        await Rest.Batch(new { a = $"batch?cmd[x]={Uri.EscapeDataString($"crm.deal.get?id=1&auth={Token}")}", b = $"batch?cmd[x]=crm.deal.get?auth={Token}" });
        Assert.DoesNotContain(Token, Kept, StringComparison.Ordinal);
        Assert.Equal("""{"cmd":{"x":"crm.deal.get?id=1"}}""", Portal.Calls[1].Parameters);
    }

    [Fact]
    public async Task In_a_call_of_version_three()
    {
        using var content = new StringContent($$$"""[{"method":"tasks.task.list","query":{"auth":"{{{Token}}}","select":["id"]}}]""", Encoding.UTF8, "application/json");
        using var response = await Rest.Client.PostAsync(Portal.WebhookUrlV3 + "batch", content);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.DoesNotContain(Token, Kept, StringComparison.Ordinal);
        Assert.Equal("""{"select":["id"]}""", Portal.Calls[1].Parameters);
    }

    [Fact]
    public async Task What_only_looks_like_one_is_kept()
    {
        await Rest.Batch(new { a = "crm.deal.add?fields[TITLE]=auth%3Dx&fields[auth]=y&author=z" });
        await Rest.Json("crm.deal.add", new { fields = new { TITLE = "t", auth = "y" }, query = new { auth = "q" }, cmd = "crm.deal.get?auth=c" });
        Assert.Equal("""{"fields":{"TITLE":"auth=x","auth":"y"},"author":"z"}""", Portal.Calls[1].Parameters);
        Assert.Equal("""{"fields":{"TITLE":"t","auth":"y"},"query":{"auth":"q"},"cmd":"crm.deal.get?auth=c"}""", Portal.Calls[2].Parameters);
    }
}
