using System.Net;

namespace Bitrix24.Emulator.Tests;

public sealed class ErrorTests : PortalTest
{
    private static readonly Webhook Narrow = new(2, "narrowcode") { Scopes = new HashSet<string>(StringComparer.Ordinal) { "task" } };

    protected override PortalOptions Options => new() { Rate = null, Webhooks = [new Webhook(1, "rightcode"), Narrow] };

    private async Task<(HttpStatusCode, string?)> Ask(string path)
    {
        var answer = await Rest.Read(await Rest.Client.GetAsync(new Uri(Portal.Url, path)));
        return (answer.Status, answer.Error);
    }

    [Theory]
    [InlineData("rest/1/wrongcode/crm.deal.list", HttpStatusCode.Forbidden, "INVALID_CREDENTIALS")]
    [InlineData("rest/2/rightcode/crm.deal.list", HttpStatusCode.Forbidden, "INVALID_CREDENTIALS")]
    [InlineData("rest/1/rightcode/crm.deal.lst", HttpStatusCode.NotFound, "ERROR_METHOD_NOT_FOUND")]
    [InlineData("rest/1/rightcode/", HttpStatusCode.NotFound, "ERROR_METHOD_NOT_FOUND")]
    [InlineData("rest/crm.deal.list", HttpStatusCode.Unauthorized, "NO_AUTH_FOUND")]
    [InlineData("rest/crm.deal.list?auth=unknown", HttpStatusCode.Unauthorized, "NO_AUTH_FOUND")]
    [InlineData("rest/2/narrowcode/crm.deal.list", HttpStatusCode.Forbidden, "insufficient_scope")]
    [InlineData("rest/1/rightcode/crm.deal.get", HttpStatusCode.BadRequest, "")]
    [InlineData("rest/1/rightcode/crm.deal.get?id=77", HttpStatusCode.BadRequest, "")]
    [InlineData("rest/1/rightcode/crm.deal.get?id[]=1", HttpStatusCode.BadRequest, "")]
    [InlineData("rest/1/rightcode/crm.deal.add", HttpStatusCode.BadRequest, "")]
    [InlineData("rest/1/rightcode/crm.item.list", HttpStatusCode.BadRequest, "100")]
    [InlineData("rest/1/rightcode/crm.item.get?entityTypeId=2&id=77", HttpStatusCode.BadRequest, "NOT_FOUND")]
    [InlineData("rest/1/rightcode/crm.item.list?entityTypeId=2&filter[nonsense]=1", HttpStatusCode.BadRequest, "INVALID_ARG_VALUE")]
    [InlineData("rest/1/rightcode/lists.element.get", HttpStatusCode.BadRequest, "100")]
    public async Task Mistakes_get_the_portals_own_error(string path, HttpStatusCode status, string code) =>
        Assert.Equal((status, code), await Ask(path));

    [Fact]
    public async Task Right_calls_beside_them_are_answered()
    {
        Assert.Equal((HttpStatusCode.OK, null), await Ask("rest/1/rightcode/crm.deal.list"));
        Assert.Equal((HttpStatusCode.OK, null), await Ask("rest/2/narrowcode/tasks.task.list"));
        Assert.Equal((HttpStatusCode.OK, null), await Ask("rest/1/rightcode/crm.deal.list?filter[nonsense]=1"));
    }

    [Fact]
    public async Task A_token_expires_after_an_hour()
    {
        var token = Portal.Install("shop").AccessToken;
        Assert.Equal((HttpStatusCode.OK, null), await Ask($"rest/user.current?auth={token}"));
        ((VirtualClock)Portal.Clock).Advance(TimeSpan.FromHours(1));
        Assert.Equal((HttpStatusCode.Unauthorized, "expired_token"), await Ask($"rest/user.current?auth={token}"));
    }

    [Fact]
    public void Secrets_are_in_no_text_of_the_options() => Assert.DoesNotContain("narrowcode", $"{Narrow}{Portal.Install("shop")}", StringComparison.Ordinal);
}
