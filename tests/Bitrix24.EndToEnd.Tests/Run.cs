using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bitrix24.Emulator;
using Bitrix24.LoadModel;
using ServiceTime = Bitrix24.Emulator.ServiceTime;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>What came of running a program on a portal of its own.</summary>
/// <param name="Printed">What it wrote.</param>
/// <param name="Failure">The exception that it ended in, or null.</param>
/// <param name="State">All rows of the portal afterwards.</param>
/// <param name="Writes">The calls that changed something, in order, with their parameters as texts.</param>
/// <param name="Refused">The calls that would have changed something, with their errors. One that is sent again counts once.</param>
/// <param name="Requests">HTTP requests.</param>
/// <param name="Executions">By method, alone or in a batch.</param>
sealed partial record Run(string Printed, string? Failure, string State, string Writes, string Refused, long Requests, IReadOnlyDictionary<string, long> Executions)
{
    /// <summary>A portal that refuses nothing and takes no time.</summary>
    public static Task<Portal> StartAsync() => Portal.StartAsync(new PortalOptions { Rate = null, OperatingLimit = null, ServiceTime = ServiceTime.None });

    /// <summary>Before and after the fixes it is the same.</summary>
    public static void Same<T>(T before, T after, string code) =>
        Assert.True(EqualityComparer<T>.Default.Equals(before, after), $"Before:\n{before}\nAfter:\n{after}\n{code}");

    public static async Task<Run> OfAsync(Func<string, int, TextWriter, Task> main, int n, Portal portal)
    {
        portal.ResetCounters();
        await using var printed = new StringWriter { NewLine = "\n" };
        string? failure = null;
        try
        {
            await main(portal.WebhookUrl.TrimEnd('/'), n, printed);
        }
        catch (Exception e)
        {
            failure = e.GetType().FullName + ": " + e.Message;
        }

        var counters = portal.Counters;
        var writes = portal.Calls.Where(static c => IsWrite(c.Method)).ToLookup(static c => c.Error is null, static c => $"{c.Method} {Texts(JsonNode.Parse(c.Parameters))} {c.Error}");
        return new(
            printed.ToString(),
            failure?.Replace(portal.WebhookUrl, "…/", StringComparison.Ordinal),
            portal.State(),
            string.Join("\n", writes[true]),
            string.Join("\n", writes[false].Distinct().Order(StringComparer.Ordinal)),
            counters.Requests,
            counters.Methods.ToDictionary(static m => m.Key, static m => m.Value.Commands, StringComparer.OrdinalIgnoreCase));
    }

    static bool IsWrite(string method) => RestCatalogue.Default.TryFind(method, out var known) && known.IsWrite && known.Name != "batch";

    /// <summary>A command of a batch carries texts only, so that 1, 1.0 and "1" are one value; as are true and "1", false and "0".</summary>
    static string Texts(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject map => "{" + string.Join(", ", map.Select(static pair => pair.Key + ": " + Texts(pair.Value))) + "}",
        JsonArray list => "[" + string.Join(", ", list.Select(Texts)) + "]",
        _ when node.GetValueKind() is System.Text.Json.JsonValueKind.True => "1",
        _ when node.GetValueKind() is System.Text.Json.JsonValueKind.False => "0",
        _ => Fraction().IsMatch(node.ToString()) ? decimal.Parse(node.ToString(), CultureInfo.InvariantCulture).ToString("0.############################", CultureInfo.InvariantCulture) : node.ToString(),
    };

    [GeneratedRegex(@"^-?[0-9]+\.[0-9]+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fraction();
}
