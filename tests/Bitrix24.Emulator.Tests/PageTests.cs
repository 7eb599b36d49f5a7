using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Tests;

public sealed class PageTests : PortalTest
{
    protected override PortalOptions Options => new() { ServiceTime = ServiceTime.None };

    private async Task<JsonNode> Read(string path) => JsonNode.Parse(await Rest.Client.GetStringAsync(new Uri(Portal.Url, "_emulator/" + path)))!;

    [Fact]
    public async Task The_page_is_html_and_reads_what_is_beside_it()
    {
        using var response = await Rest.Client.GetAsync(new Uri(Portal.Url, "_emulator/"));
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        var html = await response.Content.ReadAsStringAsync();
        foreach (var path in new[] { "counters", "bucket", "methods" })
        {
            Assert.Contains($"get('{path}')", html, StringComparison.Ordinal);
            Assert.NotNull(await Read(path));
        }
    }

    [Fact]
    public async Task Counters_as_json_name_no_secret()
    {
        await Rest.Json("crm.deal.add", new { fields = new { TITLE = "x" } });
        await Rest.Json("crm.deal.get", new { id = 77 });
        var counters = await Read("counters");
        Assert.Equal((2, 2, 0), ((int)counters["requests"]!, (int)counters["commands"]!, (int)counters["refusals"]!));
        Assert.Equal((1, 1), ((int)counters["methods"]!["crm.deal.get"]!["commands"]!, (int)counters["methods"]!["crm.deal.get"]!["errors"]!));
        Assert.Equal(2, (int)counters["callers"]!["webhook-1"]!["requests"]!);
        Assert.DoesNotContain(new Uri(Portal.WebhookUrl).Segments[3].Trim('/'), counters.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bucket_by_the_second()
    {
        for (var i = 0; i < 53; i++)
            await Rest.Json("server.time");
        ((VirtualClock)Portal.Clock).Advance(TimeSpan.FromSeconds(10));
        await Rest.Json("server.time");
        var bucket = await Read("bucket");
        Assert.Equal((50, 2), ((int)bucket["threshold"]!, (int)bucket["drain"]!));
        Assert.Equal([(53, 53, 2), (34, 1, 0)], bucket["samples"]!.AsArray().Select(sample => ((int)sample!["level"]!, (int)sample["requests"]!, (int)sample["refused"]!)));
    }

    [Fact]
    public async Task Implemented_methods_of_both_versions()
    {
        var methods = await Read("methods");
        Assert.Contains("crm.item.list", methods["version2"]!.AsArray().Select(name => (string?)name));
        Assert.Contains("tasks.task.list", methods["version3"]!.AsArray().Select(name => (string?)name));
    }

    [Fact]
    public async Task The_clock_and_the_block_by_post_alone()
    {
        var before = Portal.Clock.GetUtcNow();
        using var advanced = await Rest.Client.PostAsync(new Uri(Portal.Url, "_emulator/advance?seconds=60"), null);
        Assert.Equal(before.AddMinutes(1), Portal.Clock.GetUtcNow());
        using var read = await Rest.Client.GetAsync(new Uri(Portal.Url, "_emulator/block"));
        Assert.Equal(404, (int)read.StatusCode);
        Assert.Null((await Rest.Json("server.time")).Error);
        using var blocked = await Rest.Client.PostAsync(new Uri(Portal.Url, "_emulator/block"), null);
        Assert.Equal("OVERLOAD_LIMIT", (await Rest.Json("server.time")).Error);
    }

    [Fact]
    public async Task Implemented_methods_are_in_the_catalogue()
    {
        var catalogue = File.ReadLines(Repository.Path("src/Bitrix24.LoadModel/Catalogue/methods.tsv")).Skip(1).Select(line => line.Split('\t')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var methods = await Read("methods");
        var unknown = methods["version2"]!.AsArray().Concat(methods["version3"]!.AsArray()).Select(name => (string)name!).Where(name => !catalogue.Contains(name));
        // A documented short name of rest.documentation.openapi.
        Assert.Equal(["documentation"], unknown);
    }
}
