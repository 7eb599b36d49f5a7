using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>
/// Folds an expression to the text that it stands for. An object that is made around a REST method or an address
/// (<c>HttpRequestMessage</c>, a query builder, a DTO) folds to that method or address.
/// </summary>
sealed partial class TextFolder(RestModel model, IMethodSymbol? owner, CancellationToken cancellation)
{
    /// <summary>Enough for an address that goes through a local, a builder method and a constant; what is deeper is a hole.</summary>
    const int MaxDepth = 10;

    /// <summary>An address has a few dozen pieces; folding that visits more expressions than this goes round in circles.</summary>
    const int MaxVisits = 20_000;

    readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);
    int _visits;

    public Text Fold(ExpressionSyntax? expression)
    {
        _visits = 0;
        return Fold(expression, 0);
    }

    Text Fold(ExpressionSyntax? expression, int depth)
    {
        if (expression is null || depth > MaxDepth || ++_visits > MaxVisits)
            return Text.Unknown;
        cancellation.ThrowIfCancellationRequested();
        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                return Text.Literal(literal.Token.Value as string ?? literal.Token.ValueText);
            case ParenthesizedExpressionSyntax p:
                return Fold(p.Expression, depth);
            case CastExpressionSyntax cast:
                return Fold(cast.Expression, depth);
            case AwaitExpressionSyntax awaited:
                return Fold(awaited.Expression, depth);
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                return Fold(suppressed.Operand, depth);
            case InterpolatedStringExpressionSyntax interpolated:
                return interpolated.Contents.Aggregate(Text.Empty, (text, content) => text + content switch
                {
                    InterpolatedStringTextSyntax t => Text.Literal(t.TextToken.ValueText),
                    InterpolationSyntax hole => Fold(hole.Expression, depth + 1),
                    _ => Text.Unknown,
                });
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum:
                return FoldSum(sum, depth);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce:
                return Prefer(Fold(coalesce.Left, depth + 1), Fold(coalesce.Right, depth + 1));
            case ConditionalExpressionSyntax conditional:
                return Prefer(Fold(conditional.WhenTrue, depth + 1), Fold(conditional.WhenFalse, depth + 1));
            case SwitchExpressionSyntax @switch:
                return @switch.Arms.Select(arm => Fold(arm.Expression, depth + 1)).Aggregate(Text.Unknown, Prefer);
            case AssignmentExpressionSyntax assignment:
                return Fold(assignment.Right, depth);
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                return FoldName(expression, depth);
            case InvocationExpressionSyntax invocation:
                return FoldInvocation(invocation, depth);
            case BaseObjectCreationExpressionSyntax creation:
                return FoldCreation(creation, depth);
            case AnonymousObjectCreationExpressionSyntax anonymous:
                return RestLike(anonymous.Initializers.Select(i => i.Expression), depth);
            case LambdaExpressionSyntax lambda:
                return Fold(ReturnedBy(lambda), depth + 1);
            case AnonymousMethodExpressionSyntax method:
                return Fold(ReturnedBy(method.Block), depth + 1);
            default:
                return Text.Unknown;
        }
    }

    /// <summary>A long chain of <c>+</c> nests to the left; it is walked without recursion.</summary>
    Text FoldSum(BinaryExpressionSyntax sum, int depth)
    {
        var operands = new Stack<ExpressionSyntax>();
        ExpressionSyntax current = sum;
        while (current is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } add)
        {
            operands.Push(add.Right);
            current = add.Left;
        }

        return operands.Aggregate(Fold(current, depth + 1), (text, operand) => text + Fold(operand, depth + 1));
    }

    /// <summary>Of two alternatives, the one that names a REST method, else the one that says more.</summary>
    static Text Prefer(Text first, Text second) =>
        RestIdentifier.LooksRest(first) ? first
        : RestIdentifier.LooksRest(second) || first.IsUnknown ? second
        : first;

    /// <summary>The first text among <paramref name="candidates"/> that names a REST method or an address.</summary>
    Text RestLike(IEnumerable<ExpressionSyntax> candidates, int depth)
    {
        foreach (var candidate in candidates)
        {
            if (candidate is AnonymousFunctionExpressionSyntax)
                continue;
            var text = Fold(candidate, depth + 1);
            if (RestIdentifier.LooksRest(text))
                return text;
        }

        return Text.Unknown;
    }

    static ExpressionSyntax? ReturnedBy(LambdaExpressionSyntax lambda) => lambda.ExpressionBody ?? ReturnedBy(lambda.Block);

    static ExpressionSyntax? ReturnedBy(BlockSyntax? block) =>
        block?.DescendantNodes(static n => n is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax)
            .OfType<ReturnStatementSyntax>().FirstOrDefault()?.Expression;

    SemanticModel? ModelOf(SyntaxNode node) => model.SemanticModelOf(node.SyntaxTree);
}
