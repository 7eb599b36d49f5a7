using System.Collections.Immutable;
using System.Globalization;
using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Fixes;
using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Bitrix24.Analyzers.CodeFixes.Shapes;
using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>The call that reads a list, and how its parameters take one more condition.</summary>
/// <param name="Site">The call as the fixes of loops see it.</param>
/// <param name="IsSender">It is a call of an HTTP client itself.</param>
/// <param name="Condition">What stands in the place of which expression, or null where the condition cannot be added.</param>
sealed record PolledCall(CallSite Site, bool IsSender, Func<ListCondition, (ExpressionSyntax Old, ExpressionSyntax New)?> Condition)
{
    public static PolledCall? Of(Document document, PollPlan plan, FixedFinding finding, CancellationToken cancellation)
    {
        var reading = plan.Innermost;
        if (reading.Scene.SymbolOf(reading.Call) is not IMethodSymbol method || TakenCall.Of(reading.Call, reading.Scene.Semantics, cancellation) is not { } taken
            || reading.Call.ArgumentList.Arguments.FirstOrDefault(a => Mentions(a.Expression, finding, reading.Scene)) is not { } named)
            return null;
        var round = plan.Inside;
        var loop = new LoopPlan(round, reading.Call, taken.Whole, reading.Call, false, "", ImmutableArray<StatementSyntax>.Empty, 0, null, ImmutableArray<StatementSyntax>.Empty, ImmutableArray<ArgumentSyntax>.Empty,
            true, false, Prelude.MayThrow, taken.IsAsync, taken.BlocksOnTask, true, false);
        var site = new CallSite(document, reading.Scene.Semantics, loop, method, finding, Layout.At(round), new Names(round));
        return method.ContainingType.Name is "HttpClient" or "HttpClientJsonExtensions" ? Sender(site, reading, named)
            : Names(named.Expression, finding, reading.Scene) ? Wrapper(site, reading, named, cancellation)
            : Address(site, reading, named);
    }

    /// <summary>The parameters are in the address that a method of the solution is given.</summary>
    static PolledCall? Address(CallSite site, Reading reading, ArgumentSyntax named) =>
        reading.Call.ArgumentList.Arguments.All(a => a == named || reading.Scene.TypeOf(a.Expression)?.Name == "CancellationToken") && ParameterOf(site, named) is { } parameter && new AddressWrapper(reading.Scene).Keeps(site.Method, Ordinal(site, parameter))
            ? new PolledCall(site, IsSender: false, c => c.InAddress(named.Expression, site.Finding[FixPayload.RestMethod]!)) : null;

    static IParameterSymbol? ParameterOf(CallSite site, ArgumentSyntax argument) => argument.NameColon is { } colon ? site.Method.Parameters.FirstOrDefault(p => p.Name == colon.Name.Identifier.ValueText) : site.Method.Parameters.ElementAtOrDefault(site.Call.ArgumentList.Arguments.IndexOf(argument));

    /// <summary>Which parameter it is of the unreduced method.</summary>
    static int Ordinal(CallSite site, IParameterSymbol parameter) => parameter.Ordinal + (site.Method.ReducedFrom is null ? 0 : 1);

    /// <summary>The parameters are in the address, or in the content.</summary>
    static PolledCall? Sender(CallSite site, Reading reading, ArgumentSyntax address)
    {
        var arguments = site.Call.ArgumentList.Arguments;
        var rest = site.Finding[FixPayload.RestMethod]!;
        var name = site.Method.Name;
        if (name.StartsWith("Get", StringComparison.Ordinal))
            return new PolledCall(site, IsSender: true, c => c.InAddress(address.Expression, rest));
        if (arguments.Count < 2 || arguments[0] != address || !Names(address.Expression, site.Finding, reading.Scene))
            return null;
        if (name == "PostAsJsonAsync")
            return new PolledCall(site, IsSender: true, c => c.In(arguments[1].Expression, keepsNames: false));
        ExpressionSyntax Resolve(ExpressionSyntax value) => reading.OwnOf(value) is { } own && !reading.Scene.Locals.IsReassigned(own) && reading.ValuesOf(own).ToList() is [var made] ? made : value;
        return name == "PostAsync" && ContentText.Of(arguments[1].Expression, site.Semantics, Resolve) is { } content ? new PolledCall(site, IsSender: true, c => c.In(content.Parameters, keepsNames: !content.Web)) : null;
    }

    static PolledCall? Wrapper(CallSite site, Reading reading, ArgumentSyntax named, CancellationToken cancellation)
    {
        if (ParameterOf(site, named) is not { } parameter)
            return null;
        var known = site with { Finding = site.Finding with { Payload = site.Finding.Payload.SetItem(FixPayload.MethodParameter, Ordinal(site, parameter).ToString(CultureInfo.InvariantCulture)) } };
        var sources = new Sources(reading.Scene.Semantics.Compilation, cancellation);
        if (WrapperCall.Of(known, sources, cancellation) is not { } wrapper)
            return null;
        var namings = wrapper.Facts.Writings.Select(w => NamingOf.Of(w, sources)).ToList();
        if (namings.Contains(Naming.Unknown))
            return null;
        return new PolledCall(known, IsSender: false, c => wrapper.Parameters is null ? c.AsParameters(wrapper) : c.In(wrapper.Parameters.Expression, namings.TrueForAll(static n => n == Naming.Kept)));
    }

    /// <summary>Whether an argument is the REST method, or an address that has it.</summary>
    public static bool Mentions(ExpressionSyntax argument, FixedFinding finding, Scene scene) => Mentions(argument, finding, scene, depth: 0);

    static bool Mentions(ExpressionSyntax argument, FixedFinding finding, Scene scene, int depth)
    {
        var method = finding[FixPayload.RestMethod]!;
        return scene.Semantics.GetConstantValue(argument, scene.Cancellation) is { HasValue: true, Value: string text } && text.IndexOf(method, StringComparison.OrdinalIgnoreCase) >= 0
            || argument.DescendantTokens().Any(t => t.ValueText.IndexOf(method, StringComparison.OrdinalIgnoreCase) >= 0)
            || depth == 0 && argument is IdentifierNameSyntax && scene.SymbolOf(argument) is ILocalSymbol local && scene.Locals.ValuesOf(local).Select(static v => v.Syntax).OfType<ExpressionSyntax>().Any(v => Mentions(v, finding, scene, depth + 1));
    }

    /// <summary>Whether an argument is the REST method and nothing behind it.</summary>
    static bool Names(ExpressionSyntax argument, FixedFinding finding, Scene scene)
    {
        if (argument is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum && !scene.Semantics.GetConstantValue(argument, scene.Cancellation).HasValue)
            return Names(sum.Right, finding, scene);
        var text = scene.Semantics.GetConstantValue(argument, scene.Cancellation) is { HasValue: true, Value: string constant } ? constant
            : argument is InterpolatedStringExpressionSyntax { Contents: [.., InterpolatedStringTextSyntax end] } ? end.TextToken.ValueText : "";
        return text.LastIndexOf(finding[FixPayload.RestMethod]!, StringComparison.OrdinalIgnoreCase) is >= 0 and var at && text.Substring(at + finding[FixPayload.RestMethod]!.Length) is "" or ".json";
    }
}
