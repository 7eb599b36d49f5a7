using Xunit;

namespace Bitrix24.LoadModel.Tests.Catalogue;

public sealed class RestCatalogueTests
{
    private static readonly RestCatalogue Catalogue = RestCatalogue.Default;

    [Theory]
    [InlineData("crm.deal.list")]
    [InlineData("CRM.Deal.List")]
    [InlineData("/crm.deal.list")]
    [InlineData("crm.deal.list/")]
    [InlineData("crm.deal.list.json")]
    [InlineData("crm.deal.list.XML")]
    [InlineData("crm.deal.list?start=-1")]
    [InlineData("/crm.deal.list.json/?filter[>ID]=1")]
    public void ANameIsFoundInEverySpelling(string text)
    {
        Assert.True(Catalogue.TryFind(text, out var method));
        Assert.Equal("crm.deal.list", method.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("crm")]
    [InlineData("crm.deal")]
    [InlineData("crm.deal.lst")]
    [InlineData("rest/1/secret/crm.deal.list")]
    public void OtherTextIsNotFound(string text) => Assert.False(Catalogue.TryFind(text, out _));

    [Theory]
    [InlineData("https://example.bitrix24.com/rest/1/secret/crm.deal.get.json?id=1", "crm.deal.get")]
    [InlineData("/rest/1/secret/user.get/", "user.get")]
    [InlineData("batch", "batch")]
    [InlineData("https://example.com/rest/1/secret/profile#top", "profile")]
    public void AUrlGivesItsMethodOnly(string url, string name)
    {
        Assert.True(Catalogue.TryFindInUrl(url, out var method));
        Assert.Equal(name, method.Name);
        Assert.DoesNotContain("secret", method.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AUrlTellsTheGenerationOfTheApi()
    {
        Assert.True(Catalogue.TryFindInUrl("https://example.bitrix24.com/rest/api/1/secret/tasks.task.list", out var newer));
        Assert.True(Catalogue.TryFindInUrl("https://example.bitrix24.com/rest/1/secret/tasks.task.list", out var older));

        Assert.Equal((RestVersion.V3, 50, 1_000), (newer.Version, newer.PageSize, newer.MaximumPageSize));
        Assert.Equal((RestVersion.V2, 50, 50), (older.Version, older.PageSize, older.MaximumPageSize));
    }

    [Fact]
    public void AMethodCarriesItsFacts()
    {
        Assert.True(Catalogue.TryFind("crm.item.list", out var method));

        Assert.Equal(RestMethodKind.List, method.Kind);
        Assert.Equal(("crm", "crm.item", "object:items"), (method.Scope, method.Entity, method.ResultShape));
        Assert.Equal(("select", "filter", "order", "id"), (method.SelectParameter, method.FilterParameter, method.OrderParameter, method.IdField));
        Assert.True(method is { IsPaged: true, SupportsStartMinusOne: true, IsBatchable: true, IsWrite: false, IsDeprecated: false });
        Assert.Equal(RestMethodOrigin.Catalogue, method.Origin);
    }

    [Theory]
    [InlineData("crm.deal.add", RestMethodKind.Add, true)]
    [InlineData("crm.deal.fields", RestMethodKind.Fields, false)]
    [InlineData("crm.deal.delete", RestMethodKind.Delete, true)]
    [InlineData("crm.deal.update", RestMethodKind.Update, true)]
    [InlineData("crm.deal.get", RestMethodKind.Get, false)]
    [InlineData("event.bind", RestMethodKind.Bind, true)]
    public void AKindSaysWhetherItWrites(string name, RestMethodKind kind, bool isWrite)
    {
        Assert.True(Catalogue.TryFind(name, out var method));
        Assert.Equal((kind, isWrite), (method.Kind, method.IsWrite));
    }

    [Fact]
    public void ReadingTheOfflineQueueTakesFromItAndSoIsAWrite()
    {
        Assert.True(Catalogue.TryFind("event.offline.get", out var method));
        Assert.True(method.IsWrite);
    }

    [Fact]
    public void OnlyBatchIsKeptOutOfABatch() =>
        Assert.Equal(["batch"], Catalogue.Methods.Where(method => !method.IsBatchable).Select(method => method.Name));

    [Fact]
    public void OneSegmentNamesProveLittle() =>
        Assert.Equal(
            ["batch", "events", "methods", "profile", "scope"],
            Catalogue.Methods.Where(method => method.IsOneSegment).Select(method => method.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("crm", true)]
    [InlineData("CRM", true)]
    [InlineData("tasks", true)]
    [InlineData("sonet_group", true)]
    [InlineData("batch", false)]
    [InlineData("", false)]
    [InlineData("crm.deal", false)]
    public void AScopeIsAFirstSegment(string text, bool isScope) => Assert.Equal(isScope, Catalogue.IsKnownScope(text));

    [Fact]
    public void EventsAreFoundByTheEntityOfAMethod()
    {
        Assert.True(Catalogue.TryFind("crm.deal.list", out var method));

        Assert.Equal(
            ["OnCrmDealAdd", "OnCrmDealDelete", "OnCrmDealMoveToCategory", "OnCrmDealUpdate"],
            Catalogue.Events.Of(method.Entity).Select(dealEvent => dealEvent.Name));
        Assert.Empty(Catalogue.Events.Of("crm.nothing"));
        Assert.Equal(203, Catalogue.Events.All.Count);
    }
}
