using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Reads how often a trigger of Quartz fires, from the calls that build it: here, in a local, or in a method of the user.</summary>
sealed class TriggerReader(SchedulingBody body)
{
    /// <summary>A trigger that is made by a method that is made by a method: more nobody writes, and a circle ends here.</summary>
    const int MaxDepth = 4;

    static readonly ScheduleTable Members = new("Quartz.tsv");

    public StatedSchedule? Stated(IEnumerable<ExpressionSyntax> triggers) => StatedSchedule.MostFrequent(triggers.SelectMany(t => Calls(t)).Select(static c => Stated(c.Call, c.Body)));

    static StatedSchedule? Stated(InvocationExpressionSyntax call, SchedulingBody place) =>
        SimpleName.Of(call.Expression) is { } name && Members.Has(name) && (!name.StartsWith("WithInterval", StringComparison.Ordinal) || GoesOn(call)) && place.IsOf(call, "Quartz") ? Members.Read(call, place.Durations) : null;

    /// <summary>A simple schedule runs once unless it says that it repeats; those of days and calendars repeat by themselves.</summary>
    static bool GoesOn(InvocationExpressionSyntax interval)
    {
        var scope = interval.Ancestors().FirstOrDefault(IsSchedule) ?? interval.Ancestors().FirstOrDefault(static n => n is AnonymousFunctionExpressionSyntax or StatementSyntax or MemberDeclarationSyntax) ?? interval;
        return Configures(scope) is "WithDailyTimeIntervalSchedule" or "WithCalendarIntervalSchedule"
            || scope.DescendantNodes().OfType<SimpleNameSyntax>().Any(static n => n.Identifier.ValueText is "RepeatForever" or "DailyTimeIntervalScheduleBuilder" or "CalendarIntervalScheduleBuilder");
    }

    static bool IsSchedule(SyntaxNode node) => Configures(node) is { } name && name.StartsWith("With", StringComparison.Ordinal) && name.EndsWith("Schedule", StringComparison.Ordinal);

    /// <summary>The member that a lambda is given to.</summary>
    static string? Configures(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax given } } ? SimpleName.Of(given.Expression) : null;

    /// <summary>The calls that an expression is built by, each with the body that it stands in.</summary>
    public IEnumerable<(InvocationExpressionSyntax Call, SchedulingBody Body)> Calls(ExpressionSyntax expression, int depth = 0)
    {
        if (depth > MaxDepth)
            yield break;
        foreach (var node in expression.DescendantNodesAndSelf())
        {
            IEnumerable<(InvocationExpressionSyntax Call, SchedulingBody Body)> found = node switch
            {
                IdentifierNameSyntax name when (name == expression || name.Parent is InitializerExpressionSyntax or ExpressionElementSyntax) && Value(name) is { } value => Calls(value, depth + 1),
                InvocationExpressionSyntax call => Helper(call) is { } helper ? new TriggerReader(helper).CallsIn(depth + 1).Prepend((call, body)) : [(call, body)],
                _ => [],
            };
            foreach (var call in found)
                yield return call;
        }
    }

    IEnumerable<(InvocationExpressionSyntax Call, SchedulingBody Body)> CallsIn(int depth) =>
        MethodBody.Of(body.Method!) is { } code ? BodySyntax.Returned(code).SelectMany(v => Calls(v, depth)) : [];

    /// <summary>A method of the user that makes the trigger.</summary>
    SchedulingBody? Helper(InvocationExpressionSyntax call)
    {
        if (call.Expression is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax or IdentifierNameSyntax }) || Members.Has(SimpleName.Of(call.Expression))
            || body.SymbolOf(call) is not IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } method || MethodBody.Of(method.OriginalDefinition) is not { } code || body.Model.SemanticModelOf(code.SyntaxTree) is not { } semantics)
            return null;
        return new SchedulingBody(body.Model, semantics, code, method.OriginalDefinition, body.Cancellation);
    }

    /// <summary>What a local has been given last before a use, or what another name stands for.</summary>
    public ExpressionSyntax? Value(ExpressionSyntax name)
    {
        if (name is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }) || SimpleName.Of(name) is not { } identifier)
            return null;
        var given = body.Model.IndexOf(name).Assignments(identifier).Where(a => a.SpanStart < name.SpanStart && a.IsKind(SyntaxKind.SimpleAssignmentExpression)).LastOrDefault()?.Right ?? body.Durations.Definition(name);
        return given == name || given.SyntaxTree != name.SyntaxTree ? null : given;
    }
}
