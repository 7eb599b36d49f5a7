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
        FixPayload.Online when list.TakesIds && AreOfRows(list, plan) && plan.Round.Home != Home.StaticField && IsServer(polled.Site.Semantics.Compilation) =>
            $"Bitrix24Changes.Online({(list.Changed is { } field ? Text(field) : "null")}, {Text(list.Id)}, {Events(list)})",
        FixPayload.Online when !list.TakesIds && list.Changed is { } field && plan.Round.Home != Home.StaticField && IsServer(polled.Site.Semantics.Compilation) =>
            $"Bitrix24Changes.OnlineSince({Text(field)}, {Text(list.Id)}, {Events(list)})",
        FixPayload.Offline when list.TakesIds && AreOfRows(list, plan) && CanBeMade(plan, polled) && !HasReader(polled.Site.Semantics.Compilation, list, cancellation) && Sender(polled, cancellation) is { } sender =>
            $"Bitrix24Changes.Offline({sender}, {Text(list.Id)}, {Events(list)})",
        _ => null,
    };

    static string Events(PolledList list) => string.Join(", ", list.Events.Select(Text));

    /// <summary>An application has one offline queue: two readers of the same events would take each other's.</summary>
    static bool HasReader(Compilation compilation, PolledList list, CancellationToken cancellation) => compilation.SyntaxTrees
        .Where(tree => tree.GetText(cancellation).ToString().IndexOf("Bitrix24Changes.Offline(", StringComparison.Ordinal) >= 0)
        .SelectMany(tree => tree.GetRoot(cancellation).DescendantNodes()).OfType<InvocationExpressionSyntax>()
        .Any(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Offline" } && call.ArgumentList.Arguments.Any(a => a.Expression is LiteralExpressionSyntax { Token.ValueText: var name } && list.Events.Contains(name)));

    /// <summary>The portal's own types, such as deals, have events of their own; those of <c>crm.item</c> tell of what its users have added.</summary>
    static bool AreOfRows(PolledList list, PollPlan plan)
    {
        if (list.Method.Entity != "crm.item")
            return true;
        var types = plan.Innermost.Statements.SelectMany(static s => s.DescendantNodes()).Select(static n => n switch
        {
            AnonymousObjectMemberDeclaratorSyntax { NameEquals.Name.Identifier.ValueText: EntityType, Expression: var value } => value,
            AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: EntityType } }] }, Right: var value } => value,
            InitializerExpressionSyntax { Expressions: [LiteralExpressionSyntax { Token.ValueText: EntityType }, var value] } => value,
            _ => null,
        }).OfType<ExpressionSyntax>().ToList();
        return types.Count > 0 && types.TrueForAll(t => plan.Innermost.Scene.Semantics.GetConstantValue(t) is { HasValue: true, Value: SmartInvoice or >= FirstDynamicType });
    }

    const string EntityType = "entityTypeId";

    const int SmartInvoice = 31;

    /// <summary>Types that users add are numbered from here.</summary>
    const int FirstDynamicType = 128;

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
