using System.Globalization;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>What product rows belong to: its amount is their sum, and a change of them is an update of it.</summary>
internal sealed record ProductRowOwner(string Table, string Letter, long Id)
{
    public const string Rows = "crm_productrow";

    /// <summary>Owners with methods of their own for their rows; items of dynamic types have a letter with their type's number.</summary>
    public static readonly IReadOnlyList<(string Prefix, string Table, string Letter)> Known =
        [("crm.deal", "crm_deal", "D"), ("crm.lead", "crm_lead", "L"), ("crm.quote", "crm_quote", "Q")];

    public Condition Where => new("json_extract(data,'$.OWNER_ID')=? AND json_extract(data,'$.OWNER_TYPE')=?", [Id, Letter]);

    /// <summary>The table of the owners that a letter stands for.</summary>
    public static string? TableOf(string letter) => Known.FirstOrDefault(owner => owner.Letter == letter).Table
        ?? (letter.StartsWith('T') && long.TryParse(letter[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var type)
            ? string.Create(CultureInfo.InvariantCulture, $"crm_item_{type}")
            : null);

    /// <summary>The owner that a row names, where there is such a one.</summary>
    public static ProductRowOwner? Of(JsonObject row, RowStore store) =>
        Scalar.Text(row["OWNER_TYPE"]) is { } letter && TableOf(letter) is { } table && Scalar.Number(row["OWNER_ID"]) is { } id && store.Get(table, id) is not null
            ? new ProductRowOwner(table, letter, id)
            : null;

    public IReadOnlyList<(long Id, JsonObject Row)> Read(RowStore store) => store.List(Rows, Where, "id", -1, 0);

    /// <summary>Sets the owner's amount to the sum of its rows, unless it is set by hand.</summary>
    public void Sum(RowStore store)
    {
        if (store.Get(Table, Id) is not { } owner || Scalar.Text(owner["IS_MANUAL_OPPORTUNITY"]) == "Y")
            return;
        owner["OPPORTUNITY"] = FieldValues.Store(Shape.Of(Table).Stored("OPPORTUNITY")!, JsonValue.Create(Read(store).Aggregate(0m, (sum, row) => Plus(sum, row.Row))));
        store.Update(Table, Id, owner);
    }

    private static decimal Plus(decimal sum, JsonObject row)
    {
        try
        {
            return sum + (Scalar.Decimal(row["PRICE"]) ?? 0) * (Scalar.Decimal(row["QUANTITY"]) ?? 1);
        }
        catch (OverflowException)
        {
            throw RestError.Argument("The amount of a product row is too large");
        }
    }
}
