using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Knows one way in which C# code runs other code again and again.</summary>
abstract class ScheduleRecogniser
{
    /// <summary>Whether the names in a body, or around it, allow for it: asked of every body that could send.</summary>
    public abstract bool MayBe(OutlinedBody body);

    public abstract IEnumerable<EntryPoint> Read(SchedulingBody body);

    protected static bool Names(OutlinedBody body, params string[] names) => Array.Exists(body.Names, use => Array.IndexOf(names, use.Name) >= 0);
}

/// <summary>A body that may state a schedule, or be the code that one runs.</summary>
/// <param name="Member">The member as the outline has it: a method, an accessor's property, a field's initial value, the top-level statements.</param>
/// <param name="Method">The method that the member declares, if it declares one.</param>
sealed record SchedulingBody(RestModel Model, SemanticModel Semantics, SyntaxNode Member, IMethodSymbol? Method, CancellationToken Cancellation)
{
    public DurationReader Durations { get; } = new(Model, Semantics, Cancellation);

    /// <summary>A reader for another place, maybe in another tree.</summary>
    public DurationReader? DurationsAt(SyntaxNode place) =>
        place.SyntaxTree == Semantics.SyntaxTree ? Durations : Model.SemanticModelOf(place.SyntaxTree) is { } other ? new DurationReader(Model, other, Cancellation) : null;

    /// <summary>The calls that the member makes, lambdas and local functions included.</summary>
    public IEnumerable<InvocationExpressionSyntax> Calls(params string[] names) =>
        Member.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(c => SimpleName.Of(c.Expression) is { } name && Array.IndexOf(names, name) >= 0);

    /// <summary>Whether a call is one of a library, as far as can be told.</summary>
    public bool IsOf(ExpressionSyntax call, params string[] namespaces) => Library.Fits(Semantics.GetSymbolInfo(call, Cancellation), namespaces);

    public bool IsBound(ExpressionSyntax call) => Semantics.GetSymbolInfo(call, Cancellation) is { Symbol: not null } or { CandidateSymbols.Length: > 0 };

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
