using System.Collections.Immutable;
using System.Globalization;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Configuration;

/// <summary>How large a portal is said to be.</summary>
enum PortalSize
{
    /// <summary>A team of some twenty.</summary>
    Small = 1,

    /// <summary>A company of some two hundred.</summary>
    Medium,

    /// <summary>A company of some two thousand, or one with years of telephony in its CRM.</summary>
    Large,
}

/// <summary>
/// Usual numbers of rows by entity; the list is <c>PortalSizes.tsv</c>, and its first line stands for all others. Nobody
/// publishes such numbers: these are round figures that a user chooses between, or replaces by his own.
/// </summary>
static class PortalSizes
{
    static readonly ImmutableDictionary<string, string[]> Rows = EmbeddedTable.Rows("PortalSizes.tsv").ToImmutableDictionary(static row => row[0], StringComparer.OrdinalIgnoreCase);

    /// <summary>Rows of a size such as <c>rows.crm.deal</c>.</summary>
    public static Sourced<long> RowsOf(string size, PortalSize portal)
    {
        var row = Rows.TryGetValue(RowsSize.EntityOf(size) ?? "", out var known) ? known : Rows[""];
        return new Sourced<long>(long.Parse(row[(int)portal], CultureInfo.InvariantCulture), Provenance.Configured);
    }
}
