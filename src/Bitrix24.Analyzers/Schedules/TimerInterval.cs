using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>What the code that makes or sets a timer says of its interval.</summary>
static class TimerInterval
{
    /// <summary>What the constructor, an initialiser or the assignments of <c>Interval</c> say; two that differ say nothing.</summary>
    public static Stated? Of(ISymbol timer, SchedulingBody body)
    {
        var stated = Scopes(timer, body).SelectMany(scope => scope.DescendantNodes().Select(n => At(n, timer.Name)).Where(static e => e is not null).Select(e => body.DurationsAt(scope)?.Seconds(e))).Distinct().ToList();
        return stated is [var only] ? only : null;
    }

    /// <summary>Where a timer can be seen: the member of a local, every part of the type of a field.</summary>
    public static IEnumerable<SyntaxNode> Scopes(ISymbol timer, SchedulingBody body) => timer is ILocalSymbol or IParameterSymbol || timer.ContainingType is not { } type
        ? [body.Member]
        : type.DeclaringSyntaxReferences.Select(r => r.GetSyntax(body.Cancellation));

    static ExpressionSyntax? At(SyntaxNode node, string timer) => node switch
    {
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Interval" } interval } set when Name(interval.Expression) == timer => set.Right,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Interval" }, Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax creation } } set
            when Holder(creation) == timer => set.Right,
        BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var interval] } creation when Holder(creation) == timer && SimpleName.Of(interval.Expression) != "components" => interval.Expression,
        _ => null,
    };

    /// <summary>The name of a timer where it is used: <c>_timer</c>, <c>this._timer</c>, <c>_timer!</c>.</summary>
    public static string? Name(ExpressionSyntax? timer) => SimpleName.Of(timer is PostfixUnaryExpressionSyntax certain ? certain.Operand : timer);

    /// <summary>The name that an object is made for.</summary>
    public static string? Holder(ExpressionSyntax creation) => creation.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
        AssignmentExpressionSyntax assignment => SimpleName.Of(assignment.Left),
        _ => null,
    };
}
