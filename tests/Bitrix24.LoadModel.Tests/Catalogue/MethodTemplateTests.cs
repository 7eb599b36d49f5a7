using Xunit;

namespace Bitrix24.LoadModel.Tests.Catalogue;

public sealed class MethodTemplateTests
{
    private static readonly RestCatalogue Catalogue = RestCatalogue.Default;

    [Theory]
    [InlineData("crm.|.list", "crm.*.list", RestMethodKind.List)]
    [InlineData("CRM.|.Get.json", "CRM.*.Get", RestMethodKind.Get)]
    [InlineData("crm.|.get?id=|", "crm.*.get", RestMethodKind.Get)]
    [InlineData("/crm.|.update/", "crm.*.update", RestMethodKind.Update)]
    [InlineData("https://|/rest/1/|/crm.|.add", "crm.*.add", RestMethodKind.Add)]
    [InlineData("|crm.|.delete", "crm.*.delete", RestMethodKind.Delete)]
    [InlineData("|.fields", "*.fields", RestMethodKind.Fields)]
    [InlineData("|.get", "*.get", RestMethodKind.Other)]
    [InlineData("crm.|.|", "crm.*.*", RestMethodKind.Other)]
    [InlineData("user.|", "user.*", RestMethodKind.Other)]
    [InlineData("tasks.|.|.list", "tasks.*.*.list", RestMethodKind.List)]
    public void ATemplateStandsForTheMethodsItMatches(string pattern, string name, RestMethodKind kind)
    {
        var method = Catalogue.FindByTemplate(pattern.Split('|'));

        Assert.Equal((name, kind, RestMethodOrigin.Template), (method?.Name, method?.Kind, method?.Origin));
        Assert.True(Catalogue.MatchesTemplate(pattern.Split('|')));
    }

    [Theory]
    [InlineData("crm.deal.list", "crm.deal.list")]
    [InlineData("|crm.deal.list.json", "crm.deal.list")]
    [InlineData("|/user.get?|", "user.get")]
    [InlineData("crm.deal.get|", "crm.deal.get")]
    [InlineData("https://|/rest/1/secret/crm.deal.get.json", "crm.deal.get")]
    public void ANameWithoutAHoleIsTheMethod(string pattern, string name)
    {
        var method = Catalogue.FindByTemplate(pattern.Split('|'));

        Assert.Equal((name, RestMethodOrigin.Catalogue), (method?.Name, method?.Origin));
    }

    [Theory]
    [InlineData("")]
    [InlineData("|")]
    [InlineData("crm|list")]
    [InlineData("crm.|.frobnicate")]
    [InlineData("|.frobnicate")]
    [InlineData("|.name")]
    [InlineData("github.|.list")]
    [InlineData("crm.deal|.list.")]
    [InlineData("Loading crm.|.list")]
    [InlineData("https://example.com/rest/1/secret|")]
    public void OtherTextWithHolesMatchesNothing(string pattern) => Assert.Null(Catalogue.FindByTemplate(pattern.Split('|')));

    [Fact]
    public void NoPartsMatchNothing() => Assert.False(Catalogue.MatchesTemplate([]));

    [Fact]
    public void ATemplateKnowsWhatItsMatchesAgreeOn()
    {
        Assert.False(Catalogue.FindByTemplate(["crm.", ".list"])!.IsWrite);
        Assert.True(Catalogue.FindByTemplate(["crm.deal.", ""])!.IsWrite);
        Assert.Equal("crm", Catalogue.FindByTemplate(["crm.", ".list"])!.Scope);
        Assert.Equal("", Catalogue.FindByTemplate(["crm.", ".list"])!.Entity);
    }
}
