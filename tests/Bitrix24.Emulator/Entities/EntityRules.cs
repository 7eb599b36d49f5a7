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
}
