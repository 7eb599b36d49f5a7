using System.Runtime.CompilerServices;
using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Handlers of timers that a designer has set up, in a part of the class that is generated: no rule is heard there.</summary>
sealed class DesignerTimers : ScheduleRecogniser
{
    /// <summary>A designer has thousands of statements, and its class many handlers.</summary>
    static readonly ConditionalWeakTable<SyntaxNode, ILookup<string, MemberAccessExpressionSyntax>> SubscriptionsOfParts = new();

    public override bool MayBe(OutlinedBody body) =>
        body.Member is MethodDeclarationSyntax { ParameterList.Parameters.Count: 2, Parent: TypeDeclarationSyntax type } && type.Modifiers.Any(SyntaxKind.PartialKeyword);

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        if (body.Method is not { } handler)
            yield break;
        foreach (var part in handler.ContainingType.DeclaringSyntaxReferences.Where(r => r.SyntaxTree != body.Semantics.SyntaxTree && GeneratedCode.Is(r.SyntaxTree, body.Cancellation)))
        {
            if (body.Model.SemanticModelOf(part.SyntaxTree) is not { } semantics)
                continue;
            var designed = new SchedulingBody(body.Model, semantics, part.GetSyntax(body.Cancellation), null, body.Cancellation);
            if (SubscriptionsOfParts.GetValue(designed.Member, Subscriptions)[handler.Name].Select(raised => Timers.Raised(raised, designed)).FirstOrDefault(static s => s is not null) is { } stated)
                yield return new EntryPoint(((MethodDeclarationSyntax)body.Member).Identifier.GetLocation(), handler.Name, new RunCode(handler), stated.Schedule, stated.IsDefault);
        }
    }

    /// <summary>By the name of their handler.</summary>
    static ILookup<string, MemberAccessExpressionSyntax> Subscriptions(SyntaxNode part) => part.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Where(static a => a is { RawKind: (int)SyntaxKind.AddAssignmentExpression, Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Tick" or "Elapsed" } } && Handler(a.Right) is not null)
        .ToLookup(static a => Handler(a.Right)!, static a => (MemberAccessExpressionSyntax)a.Left, StringComparer.Ordinal);

    static string? Handler(ExpressionSyntax handler) => handler is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var inner] } ? SimpleName.Of(inner.Expression) : SimpleName.Of(handler);
}
