using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// <c>System.Threading.Timer</c> and <c>TimeProvider.CreateTimer</c>, which are given their code, and the timers that raise an event: those of <c>System.Timers</c>,
/// of Windows Forms and of XAML.
/// </summary>
sealed class Timers : ScheduleRecogniser
{
    /// <summary>A timer that is made by <c>new(…)</c> shows no name.</summary>
    public override bool MayBe(OutlinedBody body) => TreeOutline.Of(body.Member.SyntaxTree, CancellationToken.None).MentionsTimers;

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        foreach (var node in body.Member.DescendantNodes())
        {
            var entry = node switch
            {
                BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var callback, _, _, var period] } creation when IsThreading(creation, body)
                    => Entry(creation.GetFirstToken().GetLocation(), callback.Expression, StatedSchedule.Every(body.Durations.Seconds(period.Expression)), body),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CreateTimer" } made, ArgumentList.Arguments: [var callback, _, _, var period] } call
                    when body.SymbolOf(call) is not { ContainingType: { Name: not "TimeProvider" } }
                    => Entry(made.Name.GetLocation(), callback.Expression, StatedSchedule.Every(body.Durations.Seconds(period.Expression)), body),
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Elapsed" or "Tick" } raised } subscription
                    => Entry(raised.Name.GetLocation(), subscription.Right, Raised(raised, body), body) is { } ticks && !StopsItself(ticks, raised, body) ? ticks : null,
                _ => null,
            };
            if (entry is not null)
                yield return entry;
        }
    }

    /// <summary>A timer that rings once, or that its own code stops, unless that code starts it again.</summary>
    static bool StopsItself(EntryPoint entry, MemberAccessExpressionSyntax raised, SchedulingBody body)
    {
        var code = entry.Runs.Piece ?? (entry.Runs.Method is { } method ? MethodBody.Of(method) : null);
        var called = code?.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Select(static n => n.Identifier.ValueText).ToList() ?? [];
        if (called.Contains("Start") || called.Contains("Enabled") || called.Contains("Interval"))
            return false;
        return called.Contains("Stop") || (body.SymbolOf(raised.Expression) is { } timer && TimerInterval.Scopes(timer, body).SelectMany(static s => s.DescendantNodes()).OfType<AssignmentExpressionSyntax>()
            .Any(static a => SimpleName.Of(a.Left) == "AutoReset" && a.Right.IsKind(SyntaxKind.FalseLiteralExpression)));
    }

    public static EntryPoint? Entry(Location place, ExpressionSyntax handler, StatedSchedule? stated, SchedulingBody body) => stated is not null && body.CodeOf(handler) is { } code
        ? new EntryPoint(place, code.Piece is null ? code.Method!.Name : "the timer", code, stated.Schedule, stated.IsDefault)
        : null;

    public static bool IsThreading(BaseObjectCreationExpressionSyntax creation, SchedulingBody body) => (creation is not ObjectCreationExpressionSyntax { Type: var written } || SimpleName.Of(written) == "Timer")
        && body.Semantics.GetTypeInfo(creation, body.Cancellation).Type is { Name: "Timer" } type && Library.Fits(type, "System.Threading");

    /// <summary>How often a timer raises its event.</summary>
    public static StatedSchedule? Raised(MemberAccessExpressionSyntax raised, SchedulingBody body)
    {
        var timer = body.SymbolOf(raised.Expression);
        var type = timer switch { IFieldSymbol f => f.Type, IPropertySymbol p => p.Type, ILocalSymbol l => l.Type, IParameterSymbol p => p.Type, _ => null };
        return type is not null && type.Name.EndsWith("Timer", StringComparison.Ordinal) && Library.Fits(type, "System.Timers", "System.Windows", "Microsoft.UI", "Windows.UI", "Avalonia", "Microsoft.Maui")
            ? StatedSchedule.Every(TimerInterval.Of(timer!, body))
            : null;
    }
}
