using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>The conditions at the start of a helper under which it returns without its call.</summary>
/// <param name="Statements">The statements that return; they stay where they are.</param>
/// <param name="Condition">When the helper goes on, in terms of its parameters.</param>
sealed record LeadingGuards(IReadOnlyList<IfStatementSyntax> Statements, ExpressionSyntax Condition)
{
    public static LeadingGuards? Of(MethodDeclarationSyntax declaration, SemanticModel semantics)
    {
        var statements = (declaration.Body?.Statements ?? default).TakeWhile(IsGuard).Cast<IfStatementSyntax>().ToList();
        return statements.Count > 0 && !statements.Exists(s => Teaches(s.Condition, semantics))
            && GuardText.Of(statements.Select(static s => new Step(s.Condition, IsGuard: true, IsNegated: true, IsCaught: false))) is { } condition
            ? new LeadingGuards(statements, condition)
            : null;
    }

    /// <summary>The helper gives something where it leaves.</summary>
    public bool ReturnValues => Statements.Any(static s => Returned(s).Expression is not null);

    static ReturnStatementSyntax Returned(IfStatementSyntax guard) => guard.Statement as ReturnStatementSyntax ?? (ReturnStatementSyntax)((BlockSyntax)guard.Statement).Statements[0];

    /// <summary>A function that says whether the helper sends anything.</summary>
    public MemberDeclarationSyntax Sends(CallingMethod helper, Layout layout) => Member.Behind(
        $"{helper.Modifiers} bool {helper.SendsName}({Member.ParameterList(helper)}) => {layout.Code(Condition, Statements[0], 0)};", layout);

    static bool IsGuard(StatementSyntax statement) => statement is IfStatementSyntax { Else: null } guard
        && guard.Statement is ReturnStatementSyntax or BlockSyntax { Statements: [ReturnStatementSyntax] }
        && !guard.Condition.DescendantNodesAndSelf().Any(static n => n is SingleVariableDesignationSyntax or AwaitExpressionSyntax or AnonymousFunctionExpressionSyntax);

    /// <summary>Behind the condition the compiler knows that something is not null, which it would not know in a function of its own.</summary>
    static bool Teaches(ExpressionSyntax condition, SemanticModel semantics) => condition.DescendantNodesAndSelf().OfType<ExpressionSyntax>()
        .Any(e => semantics.GetTypeInfo(e) is { Type.IsReferenceType: true, Nullability.Annotation: NullableAnnotation.Annotated });
}
