using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Handlers of timers that a designer has set up, in a part of the class that is generated: no rule is heard there.</summary>
sealed class DesignerTimers : ScheduleRecogniser
{
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
            if (Subscriptions(designed, handler.Name).Select(raised => Timers.Raised(raised, designed)).FirstOrDefault(static s => s is not null) is { } stated)
                yield return new EntryPoint(((MethodDeclarationSyntax)body.Member).Identifier.GetLocation(), handler.Name, new RunCode(handler), stated.Schedule, stated.IsDefault);
        }
    }

    static IEnumerable<MemberAccessExpressionSyntax> Subscriptions(SchedulingBody part, string handler) => part.Member.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        .Where(a => a.IsKind(SyntaxKind.AddAssignmentExpression) && Handler(a.Right) == handler).Select(static a => a.Left).OfType<MemberAccessExpressionSyntax>()
        .Where(static l => l.Name.Identifier.ValueText is "Tick" or "Elapsed");

    static string? Handler(ExpressionSyntax handler) => handler is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var inner] } ? SimpleName.Of(inner.Expression) : SimpleName.Of(handler);
}
