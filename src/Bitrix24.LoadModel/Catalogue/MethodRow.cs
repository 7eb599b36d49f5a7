using System.Globalization;

namespace Bitrix24.LoadModel;

/// <summary>One line of the catalogue, read when it is first asked for.</summary>
internal sealed class MethodRow(string line)
{
    private RestMethod? method;

    public RestMethod Method => method ??= Read(line.Split('\t'));

    public string Name { get; } = line.Substring(0, line.IndexOf('\t'));

    public RestMethodKind Kind => ToKind(Cell(Column.Kind));

    public RestVersion Version => ToVersion(Cell(Column.Rest));

    /// <summary>The columns of <c>methods.tsv</c> and <c>overrides.tsv</c>, in their order.</summary>
    internal enum Column
    {
        Method, Scope, Kind, Paged, PageParam, PageSize, SupportsStartMinus1, Batchable, Entity, IdField, FilterIn, FilterGt,
        SelectParam, FilterParam, OrderParam, ResultShape, ReferenceData, Rest, Deprecated, AppOnly, DocPath,
    }

    public static bool IsWrite(RestMethodKind kind) =>
        kind is not (RestMethodKind.Get or RestMethodKind.List or RestMethodKind.Fields or RestMethodKind.Count);

    private static RestMethod Read(string[] cells)
    {
        var kind = ToKind(cells[(int)Column.Kind]);
        var sizes = cells[(int)Column.PageSize].Split('/');
        return new RestMethod
        {
            Name = cells[(int)Column.Method],
            Scope = cells[(int)Column.Scope],
            Kind = kind,
            IsWrite = IsWrite(kind),
            Entity = cells[(int)Column.Entity],
            Paging = CatalogueTable.ToCertainty(cells[(int)Column.Paged]),
            PageParameter = cells[(int)Column.PageParam],
            PageSize = ToSize(sizes[0]),
            MaximumPageSize = ToSize(sizes[sizes.Length - 1]),
            StartMinusOne = CatalogueTable.ToCertainty(cells[(int)Column.SupportsStartMinus1]),
            IsBatchable = cells[(int)Column.Batchable] == "yes",
            IdField = cells[(int)Column.IdField],
            IdArrayFilter = ToArrayFilter(cells[(int)Column.FilterIn]),
            GreaterThanFilter = CatalogueTable.ToCertainty(cells[(int)Column.FilterGt]),
            SelectParameter = cells[(int)Column.SelectParam],
            FilterParameter = cells[(int)Column.FilterParam],
            OrderParameter = cells[(int)Column.OrderParam],
            ResultShape = cells[(int)Column.ResultShape],
            IsReferenceData = cells[(int)Column.ReferenceData] == "yes",
            Version = ToVersion(cells[(int)Column.Rest]),
            Deprecation = cells[(int)Column.Deprecated],
            ApplicationOnly = CatalogueTable.ToCertainty(cells[(int)Column.AppOnly]),
            DocumentationPath = cells[(int)Column.DocPath],
        };
    }

    private string Cell(Column column)
    {
        var start = 0;
        for (var i = 0; i < (int)column; i++)
            start = line.IndexOf('\t', start) + 1;
        var end = line.IndexOf('\t', start);
        return end < 0 ? line.Substring(start) : line.Substring(start, end - start);
    }

    private static int? ToSize(string cell) =>
        cell.Length == 0 ? null : int.Parse(cell, NumberStyles.None, CultureInfo.InvariantCulture);

    private static RestVersion ToVersion(string cell) => cell == "v3" ? RestVersion.V3 : RestVersion.V2;

    private static RestMethodKind ToKind(string cell) => cell switch
    {
        "get" => RestMethodKind.Get,
        "list" => RestMethodKind.List,
        "add" => RestMethodKind.Add,
        "update" => RestMethodKind.Update,
        "delete" => RestMethodKind.Delete,
        "fields" => RestMethodKind.Fields,
        "count" => RestMethodKind.Count,
        "bind" => RestMethodKind.Bind,
        _ => RestMethodKind.Other,
    };

    private static IdArrayFilter ToArrayFilter(string cell) => cell switch
    {
        "@" => IdArrayFilter.AtPrefix,
        "=[]" => IdArrayFilter.PlainArray,
        "in" => IdArrayFilter.InOperator,
        "unknown" => IdArrayFilter.Unknown,
        _ => IdArrayFilter.None,
    };
}
