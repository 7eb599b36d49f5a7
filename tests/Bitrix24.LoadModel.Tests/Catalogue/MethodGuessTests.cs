using Xunit;

namespace Bitrix24.LoadModel.Tests.Catalogue;

public sealed class MethodGuessTests
{
    private static readonly RestCatalogue Catalogue = RestCatalogue.Default;

    [Theory]
    [InlineData("user.item.save", "user.item.save", "user.item", RestMethodKind.Update)]
    [InlineData("/Department.Item.Get.json?x=1", "Department.Item.Get", "department.item", RestMethodKind.Get)]
    [InlineData("crm.widget.list", "crm.widget.list", "crm.widget", RestMethodKind.List)]
    [InlineData("crm.contact.addOrUpdate", "crm.contact.addOrUpdate", "crm.contact", RestMethodKind.Other)]
    [InlineData("telephony.exteranalCall.finish", "telephony.exteranalCall.finish", "telephony.exteranalcall", RestMethodKind.Other)]
    public void AnUndocumentedNameBelowAKnownScopeIsDescribed(string text, string name, string entity, RestMethodKind kind)
    {
        Assert.True(Catalogue.TryGuess(text, out var method));
        Assert.Equal((name, entity, kind), (method.Name, method.Entity, method.Kind));
        Assert.Equal(RestMethodOrigin.Guess, method.Origin);
    }

    [Theory]
    [InlineData("")]
    [InlineData("crm")]
    [InlineData("crm.")]
    [InlineData("crm..list")]
    [InlineData("app.5f0c2a7be41d39.83920174")]
    [InlineData("crm.deal list")]
    [InlineData("crm.deal.list")]
    [InlineData("github.repo.list")]
    [InlineData("https://example.com/crm.widget.list")]
    public void OtherTextIsNotGuessed(string text) => Assert.False(Catalogue.TryGuess(text, out _));

    [Fact]
    public void AnUnknownVerbIsTakenForAWrite()
    {
        Assert.True(Catalogue.TryGuess("crm.deal.frobnicate", out var method));
        Assert.True(method.IsWrite);
        Assert.False(Catalogue.IsKnownVerb("frobnicate"));
        Assert.True(Catalogue.IsKnownVerb("finish"));
    }
}
