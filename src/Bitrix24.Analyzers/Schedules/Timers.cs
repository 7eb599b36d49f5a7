using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// <c>System.Threading.Timer</c>, which is given its code, and the timers that raise an event: those of <c>System.Timers</c>,
/// of Windows Forms and of XAML.
/// </summary>
sealed class Timers : ScheduleRecogniser
{
    /// <summary>A timer that is made by <c>new(…)</c> shows no name.</summary>
    public override bool MayBe(OutlinedBody body) => true;

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        foreach (var node in body.Member.DescendantNodes())
        {
            var entry = node switch
            {
                BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 4 } creation => GivenCode(creation, body),
                AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression, Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Elapsed" or "Tick" } raised } subscription
                    => RaisesEvent(raised, subscription.Right, body),
                _ => null,
            };
            if (entry is not null)
                yield return entry;
        }
    }

    static EntryPoint? GivenCode(BaseObjectCreationExpressionSyntax creation, SchedulingBody body)
    {
        if (TypeOf(creation, body) is not { Name: "Timer" } type || !IsIn(type, "System.Threading") || creation.ArgumentList is not { Arguments: [var callback, _, _, var period] })
            return null;
        return Entry(creation.GetFirstToken().GetLocation(), callback.Expression, body.Durations.Seconds(period.Expression), body);
    }

    static EntryPoint? RaisesEvent(MemberAccessExpressionSyntax raised, ExpressionSyntax handler, SchedulingBody body)
    {
        var timer = body.SymbolOf(raised.Expression);
        var type = timer switch { IFieldSymbol f => f.Type, IPropertySymbol p => p.Type, ILocalSymbol l => l.Type, IParameterSymbol p => p.Type, _ => null };
        if (type is null || !type.Name.EndsWith("Timer", StringComparison.Ordinal) || !IsIn(type, "System.Timers", "System.Windows", "Microsoft.UI", "Windows.UI", "Avalonia", "Microsoft.Maui"))
            return null;
        return Entry(raised.Name.GetLocation(), handler, IntervalOf(timer!, body), body);
    }

    static EntryPoint? Entry(Location place, ExpressionSyntax handler, Stated? interval, SchedulingBody body) =>
        interval is { Value: > 0 } every && body.CodeOf(handler) is { } code
            ? new EntryPoint(place, code.Piece is null ? code.Method!.Name : "the timer", code, Schedule.Every(TimeSpan.FromSeconds(every.Value)), every.IsDefault)
            : null;

    static ITypeSymbol? TypeOf(ExpressionSyntax creation, SchedulingBody body) => body.Semantics.GetTypeInfo(creation, body.Cancellation).Type;

    /// <summary>A type whose assembly is not there has no namespace; its name must do.</summary>
    static bool IsIn(ITypeSymbol type, params string[] namespaces) => type is IErrorTypeSymbol || namespaces.Any(n => (type.ContainingNamespace?.ToDisplayString() ?? "").StartsWith(n, StringComparison.Ordinal));

    /// <summary>What the constructor, an initialiser or the assignments of <c>Interval</c> say; two that differ say nothing.</summary>
    static Stated? IntervalOf(ISymbol timer, SchedulingBody body)
    {
        var scope = timer is ILocalSymbol ? body.Member : timer.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(body.Cancellation).FirstAncestorOrSelf<TypeDeclarationSyntax>();
        if (scope is null || body.Model.SemanticModelOf(scope.SyntaxTree) is not { } semantics)
            return null;
        var durations = new DurationReader(semantics, body.Model.SemanticModelOf, body.Cancellation);
        var stated = scope.DescendantNodes().Select(n => IntervalAt(n, timer.Name)).Where(static e => e is not null).Select(e => durations.Seconds(e)).Distinct().ToList();
        return stated is [var only] ? only : null;
    }

    static ExpressionSyntax? IntervalAt(SyntaxNode node, string timer) => node switch
    {
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Interval" } interval } set when SimpleName.Of(interval.Expression) == timer => set.Right,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Interval" }, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } set
            when Holder(creation) == timer => set.Right,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var interval] } creation when Holder(creation) == timer => interval.Expression,
        _ => null,
    };

    /// <summary>The name that an object is made for.</summary>
    static string? Holder(ExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        AssignmentExpressionSyntax assignment => SimpleName.Of(assignment.Left),
        _ => null,
    };
}
