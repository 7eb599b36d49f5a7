using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Outline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Knows one way in which C# code runs other code again and again.</summary>
abstract class ScheduleRecogniser
{
    /// <summary>Whether the names in a body, or around it, allow for it: asked of every body that could send.</summary>
    public abstract bool MayBe(OutlinedBody body);

    public abstract IEnumerable<EntryPoint> Read(SchedulingBody body);
}

/// <summary>A body that may state a schedule, or be the code that one runs.</summary>
/// <param name="Member">The member as the outline has it: a method, an accessor's property, a field's initial value, the top-level statements.</param>
/// <param name="Method">The method that the member declares, if it declares one.</param>
sealed record SchedulingBody(RestModel Model, SemanticModel Semantics, SyntaxNode Member, IMethodSymbol? Method, CancellationToken Cancellation)
{
    public DurationReader Durations { get; } = new(Semantics, Model.SemanticModelOf, Cancellation);

    public ISymbol? SymbolOf(ExpressionSyntax expression)
    {
        var info = Semantics.GetSymbolInfo(expression, Cancellation);
        return info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null);
    }

    /// <summary>The code behind a delegate: a lambda's body, or the method that is named; null where it is made elsewhere.</summary>
    public RunCode? CodeOf(ExpressionSyntax? handed)
    {
        while (true)
        {
            switch (handed)
            {
                case AnonymousFunctionExpressionSyntax lambda:
                    return new RunCode(Method, lambda.Body);
                case BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var inner] }: // new TimerCallback(Scan)
                    handed = inner.Expression;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    handed = parenthesized.Expression;
                    break;
                case CastExpressionSyntax cast:
                    handed = cast.Expression;
                    break;
                case IdentifierNameSyntax or MemberAccessExpressionSyntax when SymbolOf(handed) is IMethodSymbol method && Model.Implementation(method.OriginalDefinition, handed, Semantics) is { } body:
                    return new RunCode(body);
                default:
                    return null;
            }
        }
    }
}
