using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>
/// AInq.Bitrix24: <c>client.GetAsync("crm.deal.get?id=1")</c>, <c>client.PostAsync("crm.deal.update", json)</c>; the REST
/// method is the first text that is given.
/// </summary>
sealed class AInqBitrix24Sdk : IKnownClient
{
    public string Namespace => "AInq.Bitrix24";

    public bool MayBe(string name) => name is "GetAsync" or "PostAsync" or "CallAsync";

    public KnownCall? Recognise(InvocationExpressionSyntax call, IMethodSymbol method, TextFolder folder)
    {
        foreach (var argument in call.ArgumentList.Arguments)
        {
            var ordinal = Arguments.OrdinalOf(argument, method);
            var definition = method.ReducedFrom ?? method;
            if (ordinal >= 0 && definition.Parameters[ordinal].Type.SpecialType == SpecialType.System_String)
                return new KnownCall(folder.Fold(argument.Expression), ordinal);
        }

        return null;
    }
}
