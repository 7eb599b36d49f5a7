using System.Collections.Immutable;
using Bitrix24.Analyzers.Polling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Rules;

/// <summary>
/// A handler of an event that changes the entity whose event it handles, so that it is called again, for ever. Quiet where
/// something decides whether there is anything to change, and where the change carries the key of a connector.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BX4003EventFeedback() : RestRule(Descriptor)
{
    static readonly DiagnosticDescriptor Descriptor = new(
        "BX4003",
        "The handler of an event raises it again",
        "'{0}'{1} raises {2}, which this code handles: each event brings the next. Change only what is different, or bind with 'auth_connector' and send it along.",
        "Bitrix24.Load",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Changing an entity in the handler of its own event is a circle that runs until the portal blocks the application.",
        "https://github.com/bitrix24-analyzers/Bitrix24.Analyzers/blob/main/docs/rules/BX4003.md");

    private protected override IEnumerable<Finding> Judge(RestTree tree)
    {
        foreach (var feedback in tree.Feedback())
        {
            var path = feedback.Effect.Path;
            var way = path.Length < 2 ? "" : $" (through {string.Join(" → ", path.Select(static h => h.Name))})";
            yield return new Finding(feedback.Call.Name, path.Skip(1).Select(static h => h.Location).Distinct().ToImmutableArray(), ImmutableDictionary<string, string?>.Empty, ImmutableArray.Create(feedback.Effect.Rest!.Name, way, feedback.Event));
        }
    }
}
