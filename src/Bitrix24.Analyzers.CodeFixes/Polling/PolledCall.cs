using System.Collections.Immutable;
using System.Globalization;
using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Bitrix24.Analyzers.CodeFixes.Shapes;
using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>The call that reads a list, and where the parameters of the list are in it.</summary>
/// <param name="Site">The call as the fixes of loops see it.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="KeepsNames">Names of properties get to the portal as they are written.</param>
sealed record PolledCall(CallSite Site, ExpressionSyntax Parameters, bool KeepsNames)
{
    public static PolledCall? Of(Document document, PollPlan plan, FixedFinding finding, CancellationToken cancellation)
    {
        var reading = plan.Innermost;
        if (reading.Scene.SymbolOf(reading.Call) is not IMethodSymbol method || SiteOf(document, reading, plan.Inside, method, finding, cancellation) is not { } site)
            return null;
        var sources = new Sources(reading.Scene.Semantics.Compilation, cancellation);
        if (WrapperCall.Of(site, sources, cancellation) is not { Parameters.Expression: { } parameters } wrapper)
            return null;
        var namings = wrapper.Facts.Writings.Select(w => NamingOf.Of(w, sources)).ToList();
        return namings.Contains(Naming.Unknown) ? null : new PolledCall(site, parameters, namings.TrueForAll(static n => n == Naming.Kept));
    }

    static CallSite? SiteOf(Document document, Reading reading, StatementSyntax round, IMethodSymbol method, FixedFinding finding, CancellationToken cancellation)
    {
        var arguments = reading.Call.ArgumentList.Arguments;
        var named = arguments.FirstOrDefault(a => Names(a.Expression, finding, reading.Scene));
        if (named is null || TakenCall.Of(reading.Call, reading.Scene.Semantics, cancellation) is not { } taken)
            return null;
        var parameter = named.NameColon is { } colon ? method.Parameters.FirstOrDefault(p => p.Name == colon.Name.Identifier.ValueText) : method.Parameters.ElementAtOrDefault(arguments.IndexOf(named));
        if (parameter is null)
            return null;
        var ordinal = parameter.Ordinal + (method.ReducedFrom is null ? 0 : 1);
        var plan = new LoopPlan(round, reading.Call, taken.Whole, reading.Call, false, "", ImmutableArray<StatementSyntax>.Empty, 0, null, ImmutableArray<StatementSyntax>.Empty, ImmutableArray<ArgumentSyntax>.Empty,
            true, false, Prelude.MayThrow, taken.IsAsync, taken.BlocksOnTask, true, false);
        var payload = finding.Payload.SetItem(FixPayload.MethodParameter, ordinal.ToString(CultureInfo.InvariantCulture));
        return new CallSite(document, reading.Scene.Semantics, plan, method, finding with { Payload = payload }, Layout.At(round), new Names(round));
    }

    /// <summary>Whether an argument is the REST method, or an address that has it.</summary>
    public static bool Mentions(ExpressionSyntax argument, FixedFinding finding, SemanticModel semantics, CancellationToken cancellation) =>
        semantics.GetConstantValue(argument, cancellation) is { HasValue: true, Value: string text } && text.IndexOf(finding[FixPayload.RestMethod]!, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether an argument is the REST method.</summary>
    public static bool Names(ExpressionSyntax argument, FixedFinding finding, Scene scene) =>
        scene.Semantics.GetConstantValue(argument, scene.Cancellation) is { HasValue: true, Value: string text } && finding[FixPayload.RestMethod] is { } method
        && text.IndexOf(method, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && text.Substring(at + method.Length) is "" or ".json";
}
