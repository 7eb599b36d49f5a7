using Xunit;

namespace Bitrix24.LoadModel.Tests.Catalogue;

public sealed class NearestNameTests
{
    [Theory]
    [InlineData("crm.deal.lst", "crm.deal.list")]
    [InlineData("crm.deal.liist", "crm.deal.list")]
    [InlineData("CRM.Deal.Lisr.json", "crm.deal.list")]
    [InlineData("crm.dael.update", "crm.deal.update")]
    [InlineData("crm.deal.updates", "crm.deal.update")]
    [InlineData("rm.deal.update", "crm.deal.update")]
    [InlineData("telephony.exteranlCall.finish", "telephony.externalCall.finish")]
    public void AMistypedNameIsFound(string text, string name)
    {
        Assert.True(RestCatalogue.Default.TryFindNearest(text, out var method));
        Assert.Equal(name, method.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("crm.deal.list")]
    [InlineData("crm.dela.lst")]
    [InlineData("crm.widget.list")]
    public void ANameThatIsRightOrFarOffHasNoneNearIt(string text) => Assert.False(RestCatalogue.Default.TryFindNearest(text, out _));

    [Theory]
    [InlineData("list", "list", false)]
    [InlineData("list", "lsit", true)]
    [InlineData("list", "ilts", false)]
    [InlineData("", "a", true)]
    [InlineData("a", "", true)]
    [InlineData("", "", false)]
    [InlineData("ab", "cd", false)]
    [InlineData("abc", "c", false)]
    public void OneEditIsALetterOrASwap(string a, string b, bool separates)
    {
        Assert.Equal(separates, OneEdit.Separates(a, b));
        Assert.Equal(separates, OneEdit.Separates(b, a));
    }
}
