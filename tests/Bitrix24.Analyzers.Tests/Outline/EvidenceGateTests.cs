using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Tests.Outline;

/// <summary>Which texts have to do with Bitrix24, for the gate before the engine and for the names in it: one definition.</summary>
public sealed class EvidenceGateTests
{
    [Theory]
    [InlineData("Bitrix24")]
    [InlineData("myBITRIXportal")]
    [InlineData("b24")]
    [InlineData("B24")]
    [InlineData("bx24")]
    [InlineData("BX24.callMethod")]
    [InlineData("B24Client")]
    [InlineData("b24Client")]
    [InlineData("b24client")]
    [InlineData("B24client")]
    [InlineData("B24API")]
    [InlineData("B24Add")]
    [InlineData("b24Add")]
    [InlineData("Bx24Feed")]
    [InlineData("b24_client")]
    [InlineData("B24_CODE")]
    [InlineData("myB24Client")]
    [InlineData("MaxB24")]
    [InlineData("ToB24")]
    [InlineData("toBx24Portal")]
    [InlineData("IB24Client")]
    [InlineData("App.IBX24")]
    [InlineData("_b24")]
    [InlineData("SYNC_B24")]
    [InlineData("App.B24.Sync")]
    [InlineData("test-b24-token")]
    [InlineData("вB24")]
    public void AName(string text)
    {
        Assert.True(BitrixNames.Mentions(text));
        Assert.True(Opens($"// {text} "));
        Assert.True(Opens($"class C {{ string s = \"{text}\"; }}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("b")]
    [InlineData("b2")]
    [InlineData("bitri")]
    [InlineData("bx2")]
    [InlineData("sub24")]
    [InlineData("SUB24")]
    [InlineData("Rgb24")]
    [InlineData("RGB24")]
    [InlineData("ib24")]
    [InlineData("APIB24")]
    [InlineData("a0b24f")]
    [InlineData("9b24c1")]
    [InlineData("9B24C1")]
    [InlineData("0b24")]
    [InlineData("0xB24")]
    [InlineData("0xb24")]
    [InlineData("&#xB24;")]
    [InlineData("#b24")]
    [InlineData("%D0%B24")]
    [InlineData("b240")]
    [InlineData("B2441Main")]
    [InlineData("bx2400")]
    [InlineData("c12156d8-db24-4719-93cc-4c87ac359906")]
    [InlineData("c12156d8-b24d-4719-93cc-4c87ac359906")]
    [InlineData("C12156D8-B24D-4719-93CC-4C87AC359906")]
    [InlineData("b24dfa07-4719-4719-93cc-4c87ac359906")]
    [InlineData("""\u0b24""")]
    [InlineData("""\ub24d""")]
    [InlineData("""\xB24""")]
    [InlineData("ابb24")]
    public void NoName(string text)
    {
        Assert.False(BitrixNames.Mentions(text));
        Assert.False(Opens($"// {text} "));
        Assert.False(Opens($"class C {{ string s = \"{text}\"; }}"));
    }

    [Theory]
    [InlineData("""class C { string s = "https://portal.example.org/rest/1/"; }""")]
    [InlineData("""class C { string s = "crm.deal.list"; }""")]
    [InlineData("""class C { string s = $"{root}crm.deal.list?start=0"; }""")]
    [InlineData("""class C { string s = root + "/crm.deal.list"; }""")]
    [InlineData("""class C { string s = $"crm.{entity}.list"; }""")]
    [InlineData("""class C { string s = string.Format("crm.{0}.list", entity); }""")]
    [InlineData("""class C { string s = $"{root}/crm.{(lead ? "lead" : "deal")}.list"; }""")]
    [InlineData("""class C { string s = "crm." + entity; }""")]
    [InlineData("""class C { string s = @"crm.deal." + verb; }""")]
    [InlineData("""class C { string s = "https://portal.example.org/REST/"; }""")]
    [InlineData("""class C { string s = "1\nb24"; }""")]
    public void OtherEvidence(string text) => Assert.True(Opens(text));

    [Theory]
    [InlineData("""class C { string s = "system.text.json"; }""")]
    [InlineData("""class C { string s = "api/restore/1"; }""")]
    [InlineData("""class C { string s = crm.deal.list; }""")]
    [InlineData("""class C { string s = "unrest/1/"; }""")]
    [InlineData("""class C { string s = "https://example.org/rest"; }""")]
    [InlineData("""class C { string s = "rest/1/"; }""")]
    [InlineData("""class C { string s = "crm" + "." + entity; }""")]
    [InlineData("""class C { string s = "archives/log.{#}.txt"; }""")]
    [InlineData("""class C { string s = "${folder}/log.${date}"; }""")]
    [InlineData("""class C { string s = "log.*"; }""")]
    [InlineData("""class C { string s = ""; /* see /main. */ }""")]
    public void OtherText(string text) => Assert.False(Opens(text));

    /// <summary>Long texts are read in blocks; what stands at the edge of one is seen, and with what is around it.</summary>
    [Fact]
    public void TheEdgesOfBlocks()
    {
        for (var before = 16_000; before < 16_500; before++)
        {
            var padding = "/*" + new string('a', before - 3) + " ";
            Assert.True(Opens(padding + "B24Client*/"), $"{before} characters before a name");
            Assert.True(Opens(padding + "\"crm.deal.productrows.get\"*/"), $"{before} characters before a method");
            Assert.False(Opens(padding + "a0b24f*/"), $"{before} characters before a number");
            Assert.False(Opens(padding + "b24dfacedfacedface*/"), $"{before} characters before a long number");
        }
    }

    [Theory]
    [InlineData("Contoso.B24", true)]
    [InlineData("Contoso.Rgb24", false)]
    public void AReferencedAssembly(string name, bool opens)
    {
        var library = CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText("")]);
        Assert.Equal(opens, EvidenceGate.Opens(CSharpCompilation.Create("App", references: [library.ToMetadataReference()]), default));
    }

    static bool Opens(string text) => EvidenceGate.Opens(CSharpCompilation.Create("App", [CSharpSyntaxTree.ParseText(text)]), default);
}
