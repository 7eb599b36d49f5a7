using Bitrix24.Analyzers.CodeFixes.Shapes;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>The code that makes what knows of changes.</summary>
static class ChangesCode
{
    public static string? Create(PolledList list, string way, PolledCall polled, CancellationToken cancellation) => way switch
    {
        FixPayload.ChangedSince when list.Changed is { } field => $"Bitrix24Changes.Since({Text(field)}, {Text(list.Id)})",
        FixPayload.Offline when list.TakesIds && WrapperShape.Collected(polled.Site, isDropped: true, out _, cancellation) is { Json: null, Senders: [var sender] } =>
            $"Bitrix24Changes.Offline({sender}, {Text(list.Id)}, {string.Join(", ", list.Events.Select(Text))})",
        _ => null,
    };

    static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
