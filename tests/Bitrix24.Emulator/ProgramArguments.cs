using System.Globalization;
using Bitrix24.Emulator.Http;

namespace Bitrix24.Emulator;

/// <summary>The program's options, read and checked: a <c>FormatException</c> says in one line what is wanted, and repeats no secret.</summary>
internal sealed record ProgramArguments(PortalOptions Portal, IReadOnlyList<(string Prefix, int Count)> Seed)
{
    private const string UsualUrl = "https://127.0.0.1:5443";

    private static readonly string[] Names = ["urls", "file", "plan", "clock", "time", "webhook", "seed"];

    private static readonly Dictionary<string, RateLimit?> Plans = new(StringComparer.Ordinal)
    {
        ["standard"] = RateLimit.Standard, ["enterprise"] = RateLimit.Enterprise, ["off"] = null,
    };

    private static readonly Dictionary<string, TimeProvider?> Clocks = new(StringComparer.Ordinal) { ["real"] = TimeProvider.System, ["virtual"] = null };

    private static readonly Dictionary<string, ServiceTime> Times = new(StringComparer.Ordinal) { ["usual"] = new(), ["none"] = ServiceTime.None };

    public static ProgramArguments Read(IReadOnlyList<string> args)
    {
        var given = Pairs(args);
        return new ProgramArguments(
            new PortalOptions
            {
                Urls = [.. given.GetValueOrDefault("urls", UsualUrl).Split(';').Select(Url)],
                File = given.GetValueOrDefault("file"),
                Clock = Chosen(given, "clock", "real", Clocks),
                Rate = Chosen(given, "plan", "standard", Plans),
                ServiceTime = Chosen(given, "time", "usual", Times),
                Webhooks = given.TryGetValue("webhook", out var webhook) ? [WebhookOf(webhook)] : [],
                KeepCalls = false,
            },
            [.. given.GetValueOrDefault("seed", "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Rows)]);
    }

    /// <summary><c>--name value</c> or <c>--name=value</c>.</summary>
    private static Dictionary<string, string> Pairs(IReadOnlyList<string> args)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < args.Count; i++)
        {
            var parts = args[i].Split('=', 2);
            if (!parts[0].StartsWith("--", StringComparison.Ordinal) || !Names.Contains(parts[0][2..], StringComparer.Ordinal))
                throw new FormatException($"Options are {string.Join(", ", Names.Select(name => "--" + name))}.");
            if (parts.Length == 1 && (i + 1 == args.Count || args[i + 1].StartsWith("--", StringComparison.Ordinal)))
                throw new FormatException($"{parts[0]} has no value.");
            pairs[parts[0][2..]] = parts.Length == 2 ? parts[1] : args[++i];
        }

        return pairs;
    }

    private static T Chosen<T>(Dictionary<string, string> given, string name, string usual, Dictionary<string, T> choices) =>
        choices.TryGetValue(given.GetValueOrDefault(name, usual), out var chosen) ? chosen : throw new FormatException($"--{name} is {string.Join(" or ", choices.Keys)}.");

    private static string Url(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && Server.LoopbackOf(url) is not null
            ? text
            : throw new FormatException($"--urls are addresses of this machine alone, such as {UsualUrl}.");

    private static Webhook WebhookOf(string text) =>
        text.Split(':', 2) is [var user, var code] && code.Length > 0 && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            && long.TryParse(user, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Webhook(number, code)
            : throw new FormatException("--webhook is the number of a user and a code of letters and digits, such as 1:code.");

    private static (string Prefix, int Count) Rows(string text) =>
        text.Split('=') is [{ Length: > 0 } prefix, var count] && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (prefix, number)
            : throw new FormatException("--seed says how many rows, such as crm.deal=1000,crm.contact=40.");
}
