using Bitrix24.Analyzers.CodeFixes.Shapes;

namespace Bitrix24.Analyzers.CodeFixes.Rewriting;

/// <summary>The calls of <c>Bitrix24Batch</c>, their arguments one to a line.</summary>
static class BatchCode
{
    /// <summary>An expression that sends all commands of the loop.</summary>
    public static string Send(CallSite site, CallShape shape) => Invoke(site, shape, site.Plan.IsAsync ? "SendAsync" : "Send");

    /// <summary>A statement that declares the batch.</summary>
    public static string Create(CallSite site, CallShape shape, string variable) => $"var {variable} = {Invoke(site, shape, "Create")};";

    static string Invoke(CallSite site, CallShape shape, string member)
    {
        var arguments = new List<string> { CommandSequence.Of(site, shape.Command) };
        arguments.AddRange(shape.Senders);
        if (!site.Plan.Halts && shape.Answers)
            arguments.Add("halt: false");
        if (shape.Json is not null)
            arguments.Add("json: " + shape.Json);
        return $"Bitrix24Batch.{member}({string.Join(",", arguments.Select(argument => site.Layout.Break(1) + argument))})";
    }
}
