using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Summaries;
using Bitrix24.Analyzers.Symbols;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Polling;

/// <summary>A call in the handler of an event that raises the same event again.</summary>
sealed record Feedback(CallFact Call, Effect Effect, string Event);

/// <summary>
/// Code that is told of events: it compares something with the name of one. Code that subscribes names events too, but
/// compares nothing.
/// </summary>
static class EventHandling
{
    static readonly ImmutableDictionary<string, RestEvent> Events = RestCatalogue.Default.Events.All.Where(static e => e.Action is "add" or "update")
        .GroupBy(static e => e.Name, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(static g => g.Key, static g => g.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Names of events are not shorter, and not longer.</summary>
    const int ShortestName = 8;
    const int LongestName = 80;

    /// <summary>Whether a text is the name of an event that tells of something new or changed.</summary>
    public static bool IsEvent(string text) => text.Length is >= ShortestName and <= LongestName && Events.ContainsKey(text);

    /// <summary>The calls of a body that change what the event they follow from tells of, with nothing that ends the circle.</summary>
    public static IEnumerable<Feedback> In(SyntaxNode member, IEnumerable<(CallFact Call, ImmutableArray<Effect> Effects)> calls)
    {
        var handled = Compared(member).ToList();
        if (handled.Count == 0 || HasConnector(member))
            yield break;
        var all = calls.ToList();
        var guards = new EventGuards(member, all.Where(static c => c.Effects.Length > 0).Select(static c => c.Call.Node));
        foreach (var (call, effects) in all)
        {
            foreach (var effect in effects)
            {
                if (effect.Rest?.Method is { } method && Raised(method, handled, call.Node, member) is { } raised && !HasConnector(effect) && !guards.Hold(call.Node))
                    yield return new Feedback(call, effect, raised.Name);
            }
        }
    }

    /// <summary>Events that something is compared with, each with the branch that runs then; the whole member where that is not seen.</summary>
    static IEnumerable<(RestEvent Event, SyntaxNode Branch)> Compared(SyntaxNode member)
    {
        foreach (var literal in BodySyntax.Within(member).OfType<LiteralExpressionSyntax>())
        {
            if (literal.Token.Value is not string { Length: >= ShortestName } text || !Events.TryGetValue(text, out var restEvent))
                continue;
            switch (literal.Parent)
            {
                case CaseSwitchLabelSyntax { Parent: SwitchSectionSyntax section }:
                    yield return (restEvent, section);
                    break;
                case ConstantPatternSyntax { Parent: UnaryPatternSyntax }:
                    yield return (restEvent, member);
                    break;
                case ConstantPatternSyntax pattern when pattern.Ancestors().FirstOrDefault(static a => a is SwitchExpressionArmSyntax or SwitchSectionSyntax or IsPatternExpressionSyntax) is { } arm:
                    yield return (restEvent, arm is IsPatternExpressionSyntax ? Branch(arm, member) : arm);
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } comparison:
                    yield return (restEvent, Branch(comparison, member));
                    break;
                case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression }:
                    yield return (restEvent, member);
                    break;
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } when SimpleName.Of(call.Expression) == "Equals":
                    yield return (restEvent, call.Parent is PrefixUnaryExpressionSyntax ? member : Branch(call, member));
                    break;
            }
        }
    }

    static SyntaxNode Branch(SyntaxNode condition, SyntaxNode member) =>
        condition.Ancestors().TakeWhile(a => a != member).OfType<IfStatementSyntax>().FirstOrDefault(i => i.Condition.Span.Contains(condition.Span))?.Statement ?? member;

    /// <summary>The event that a call raises again, of those in whose branch it stands.</summary>
    static RestEvent? Raised(RestMethod method, List<(RestEvent Event, SyntaxNode Branch)> handled, SyntaxNode call, SyntaxNode member)
    {
        var action = method.Kind switch { RestMethodKind.Update => "update", RestMethodKind.Add => "add", _ => null };
        return handled.Where(h => h.Event.Action == action && h.Event.Entity == method.Entity && (h.Branch == member || h.Branch.Span.Contains(call.Span))).Select(static h => h.Event).FirstOrDefault();
    }

    /// <summary>A change with the key of a connector is not told to it.</summary>
    static bool HasConnector(SyntaxNode member) => member.DescendantTokens().Any(static t => t.ValueText.IndexOf("auth_connector", StringComparison.OrdinalIgnoreCase) >= 0);

    static bool HasConnector(Effect effect) => effect.Path.Any(static h => h.Member is { } member && HasConnector(member));
}
