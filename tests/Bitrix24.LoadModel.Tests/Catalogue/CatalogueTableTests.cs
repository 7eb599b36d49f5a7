using Xunit;

namespace Bitrix24.LoadModel.Tests.Catalogue;

public sealed class CatalogueTableTests
{
    [Theory]
    [InlineData("methods.tsv", 1_676)]
    [InlineData("events.tsv", 203)]
    public void ATableHasAllItsRows(string table, int rows) => Assert.Equal(rows, CatalogueTable.Rows(table).Count());

    [Theory]
    [InlineData("methods.tsv", typeof(MethodRow.Column))]
    [InlineData("overrides.tsv", typeof(MethodRow.Column))]
    [InlineData("events.tsv", typeof(RestEvent.Column))]
    public void AHeaderNamesTheColumnsInOrder(string table, Type columns)
    {
        var header = Header(table).Split('\t').Select(name => name.Replace("_", "", StringComparison.Ordinal));

        Assert.Equal(Enum.GetNames(columns), header, StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("methods.tsv")]
    [InlineData("overrides.tsv")]
    [InlineData("events.tsv")]
    public void ARowHasACellForEachColumn(string table)
    {
        var columns = Header(table).Split('\t').Length;

        Assert.All(CatalogueTable.Rows(table), row => Assert.Equal(columns, row.Split('\t').Length));
    }

    [Fact]
    public void EveryRowCanBeRead() =>
        Assert.All(RestCatalogue.Default.Methods, method => Assert.NotEqual("", method.DocumentationPath));

    private static string Header(string table)
    {
        using var reader = new StreamReader(typeof(RestCatalogue).Assembly.GetManifestResourceStream(table)!);
        return reader.ReadLine()!;
    }
}
