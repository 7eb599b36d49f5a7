using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Calls that let time pass.</summary>
static class Waits
{
    public static bool Are(ExpressionSyntax? expression) => expression switch
    {
        AwaitExpressionSyntax awaited => Are(awaited.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "Wait" or "GetResult" or "GetAwaiter", Expression: InvocationExpressionSyntax call } } => Are(call),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Delay" or "Sleep" or "WaitOne" or "WaitForNextTickAsync" } } => true,
        _ => false,
    };
}
