using Bitrix24.Analyzers.CodeFixes.Shapes;

namespace Bitrix24.Analyzers.CodeFixes.Rewriting;

/// <summary>The calls of <c>Bitrix24Batch</c>, their arguments one to a line.</summary>
static class BatchCode
{
    /// <summary>An expression that sends all commands of the loop.</summary>
    public static string Send(CallSite site, CallShape shape) => Invoke(site, shape, site.Plan.IsAsync ? "SendAsync" : "Send");

    /// <summary>A statement that declares the batch.</summary>
    public static string Create(CallSite site, CallShape shape, string variable) => $"var {variable} = {Invoke(site, shape, "Create")};";

    /// <summary>A statement that declares a batch to which the loop adds its calls.</summary>
    public static string Collect(Layout layout, string sender, bool halts, bool answers, string? json, string variable) =>
        $"var {variable} = {Invoke("Collect", [sender], halts, answers, json, layout)};";

    static string Invoke(CallSite site, CallShape shape, string member) =>
        Invoke(member, [CommandSequence.Of(site, shape.Command), .. shape.Senders], site.Plan.Halts, shape.Answers, shape.Json, site.Layout);

    static string Invoke(string member, List<string> arguments, bool halts, bool answers, string? json, Layout layout)
    {
        if (!halts && answers)
            arguments.Add("halt: false");
        if (json is not null)
            arguments.Add("json: " + json);
        return $"Bitrix24Batch.{member}({string.Join(",", arguments.Select(argument => layout.Break(1) + argument))})";
    }
}
