using System.Globalization;

namespace Bitrix24.Emulator.Http;

/// <summary>The path of a REST request: <c>/rest/1/code/method</c>, <c>/rest/method</c>, and both under <c>/rest/api/</c> for version 3.</summary>
internal sealed record RestAddress(bool IsVersion3, long? UserId, string? Code, string Method)
{
    private const string Suffix = ".json";

    public static RestAddress? Parse(string path)
    {
        var parts = path.Trim('/').Split('/');
        if (!parts[0].Equals("rest", StringComparison.OrdinalIgnoreCase))
            return null;
        var version3 = parts.Length > 1 && parts[1].Equals("api", StringComparison.OrdinalIgnoreCase);
        var rest = parts.Skip(version3 ? 2 : 1).ToArray();
        return rest.Length switch
        {
            0 => new RestAddress(version3, null, null, ""),
            1 => new RestAddress(version3, null, null, Name(rest[0])),
            _ when long.TryParse(rest[0], NumberStyles.None, CultureInfo.InvariantCulture, out var user) =>
                new RestAddress(version3, user, rest[1], Name(string.Join('/', rest.Skip(2)))),
            _ => new RestAddress(version3, null, null, Name(string.Join('/', rest))),
        };
    }

    private static string Name(string segment) =>
        segment.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? segment[..^Suffix.Length] : segment;
}
