using System.Globalization;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Data;

namespace Bitrix24.Emulator.Calls;

/// <summary>An error that a portal documents: its code, HTTP status and description.</summary>
internal sealed class RestError(string code, int status, string description) : Exception(description)
{
    private static readonly Dictionary<string, (int Status, string Description)> Documented = Tsv.Read("errors.tsv")
        .ToDictionary(row => row["code"], row => (int.Parse(row["status"], CultureInfo.InvariantCulture), row["description"]), StringComparer.Ordinal);

    public string Code { get; } = code;

    public int Status { get; } = status;

    /// <summary>The field that version 3 names as the wrong one.</summary>
    public string? Field { get; init; }

    /// <summary>How long the portal worked before the error, where it is more than one call.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>The documented error of a code; a code that is not in the table is a 400.</summary>
    public static RestError Of(string code, string? description = null) => Documented.TryGetValue(code, out var known)
        ? new RestError(code, known.Status, description ?? known.Description)
        : new RestError(code, 400, description ?? code);

    /// <summary>The code as it is written: codes of the catalogue and the shop are numbers.</summary>
    public JsonNode CodeNode => Code.Length > 3 && long.TryParse(Code, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? JsonValue.Create(number)
        : JsonValue.Create(Code);

    /// <summary>By these a portal defends itself; the call did not run.</summary>
    public bool IsRefusal => Code is "QUERY_LIMIT_EXCEEDED" or "OPERATION_TIME_LIMIT" or "OVERLOAD_LIMIT";

    public static RestError MissingParameter(string name) =>
        new("100", 400, $"Could not find value for parameter {{{name}}}");

    public static RestError Argument(string description) => Of("ERROR_ARGUMENT", description);
}
