using Bitrix24.Analyzers.CodeFixes.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>The code that makes what knows of changes.</summary>
static class ChangesCode
{
    public static string? Create(PolledList list, string way, PollPlan plan, PolledCall polled, CancellationToken cancellation) => way switch
    {
        FixPayload.ChangedSince when list.Changed is { } field => $"Bitrix24Changes.Since({Text(field)}, {Text(list.Id)})",
        FixPayload.Online when list.TakesIds && plan.Round.Home != Home.StaticField && IsServer(polled.Site.Semantics.Compilation) =>
            $"Bitrix24Changes.Online({(list.Changed is { } field ? Text(field) : "null")}, {Text(list.Id)}, {string.Join(", ", list.Events.Select(Text))})",
        FixPayload.Offline when list.TakesIds && CanBeMade(plan, polled) && Sender(polled, cancellation) is { } sender =>
            $"Bitrix24Changes.Offline({sender}, {Text(list.Id)}, {string.Join(", ", list.Events.Select(Text))})",
        _ => null,
    };

    static bool IsServer(Compilation compilation) => compilation.GetTypesByMetadataName("Microsoft.AspNetCore.Routing.IEndpointRouteBuilder").Length == 1;

    static string? Sender(PolledCall polled, CancellationToken cancellation)
    {
        var site = polled.Site;
        var shape = polled.IsSender ? SenderShape.Of(ref site) : WrapperShape.Collected(site, isDropped: true, out _, cancellation);
        return shape is { Json: null, Senders: [var sender] } ? sender : null;
    }

    /// <summary>
    /// The call can be made where the rounds are started: it uses nothing that only the method has which makes it, besides a token, and
    /// from a field not even that.
    /// </summary>
    static bool CanBeMade(PollPlan plan, PolledCall polled) => (plan.Levels.Count == 1 && plan.Round.Home == Home.Variable)
        || !polled.Site.Call.DescendantNodes(static n => n is not AnonymousObjectCreationExpressionSyntax).OfType<IdentifierNameSyntax>().Select(n => polled.Site.Semantics.GetSymbolInfo(n).Symbol).OfType<IParameterSymbol>()
            .Any(p => p.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } && (plan.Round.Home == Home.Field || p.Type.Name != "CancellationToken"));

    static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
