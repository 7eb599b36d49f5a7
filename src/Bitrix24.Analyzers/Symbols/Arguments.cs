using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Symbols;

/// <summary>Which expression a call gives for a parameter.</summary>
static class Arguments
{
    /// <summary>
    /// The expression for the parameter at <paramref name="ordinal"/> of the unreduced method, or null where the default applies.
    /// </summary>
    public static ExpressionSyntax? At(ExpressionSyntax call, IMethodSymbol method, int ordinal)
    {
        var definition = method.ReducedFrom ?? method;
        if (ordinal < 0 || ordinal >= definition.Parameters.Length)
            return null;
        if (method.ReducedFrom is not null)
        {
            if (ordinal == 0)
                return Receiver(call);
            ordinal--;
        }

        var list = List(call);
        if (list is null)
            return null;
        var parameters = method.Parameters;
        var name = parameters.Length > ordinal ? parameters[ordinal].Name : null;
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var argument = list.Arguments[i];
            if (argument.NameColon is { } colon ? colon.Name.Identifier.ValueText == name : i == ordinal)
                return argument.Expression;
        }

        return null;
    }

    /// <summary>The ordinal, in the unreduced method, of the parameter that receives <paramref name="argument"/>, or -1.</summary>
    public static int OrdinalOf(ArgumentSyntax argument, IMethodSymbol method)
    {
        var parameters = method.Parameters;
        var ordinal = -1;
        if (argument.NameColon is { } colon)
            ordinal = IndexOf(parameters, colon.Name.Identifier.ValueText);
        else if (argument.Parent is BaseArgumentListSyntax list)
            ordinal = Math.Min(list.Arguments.IndexOf(argument), parameters.Length - 1);
        return ordinal < 0 ? -1 : ordinal + (method.ReducedFrom is null ? 0 : 1);
    }

    static int IndexOf(System.Collections.Immutable.ImmutableArray<IParameterSymbol> parameters, string name)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            if (parameters[i].Name == name)
                return i;
        }

        return -1;
    }

    public static ArgumentListSyntax? List(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax invocation => invocation.ArgumentList,
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        _ => null,
    };

    public static ExpressionSyntax? Receiver(ExpressionSyntax call) => call is InvocationExpressionSyntax invocation
        ? invocation.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Expression,
            MemberBindingExpressionSyntax => invocation.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression,
            _ => null,
        }
        : null;
}
