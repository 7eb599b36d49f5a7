using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Entities;

/// <summary>What a portal does to single tables beyond their fields.</summary>
internal static class EntityRules
{
    private const string UserFieldPrefix = "UF_CRM_";

    public static void BeforeAdd(View view, JsonObject row)
    {
        if (view.Table == "crm_userfield" && Scalar.Text(row["FIELD_NAME"]) is { } name && !name.StartsWith("UF_", StringComparison.Ordinal))
            row["FIELD_NAME"] = UserFieldPrefix + name;
    }

    /// <summary>What else a write of such rows changes: the owners of product rows, which events tell of.</summary>
    public static IReadOnlyList<ProductRowOwner> Affected(View view, RowStore store, params IEnumerable<JsonObject> rows) => view.Table == ProductRowOwner.Rows
        ? [.. rows.Select(row => ProductRowOwner.Of(row, store)).OfType<ProductRowOwner>().Distinct()]
        : [];
}
