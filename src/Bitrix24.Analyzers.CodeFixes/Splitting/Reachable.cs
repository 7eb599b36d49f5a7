using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Bitrix24.Analyzers.CodeFixes.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>How a loop can make the call that its helper makes: by the same client, or through a method that the helper's class adds.</summary>
/// <param name="Call">The call with everything but its parameters, in terms of the loop.</param>
/// <param name="Bridge">The method to add, or null.</param>
sealed record Reachable(string Call, int MethodOrdinal, MemberDeclarationSyntax? Bridge)
{
    const string BridgeName = "SendCommand";

    public static Reachable? Of(CallingMethod helper, InvocationExpressionSyntax helperCall, SemanticModel loop, string? parameters, Layout layout)
    {
        var owner = helperCall.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Expression.ToString() + ".",
            IdentifierNameSyntax => "",
            _ => null,
        };
        if (owner is null)
            return null;
        var position = helperCall.SpanStart;
        var receiver = helper.Call.Expression is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } through ? through.Expression : null;
        if (receiver is not null && !IsOfClass(receiver, helper))
            return null;
        var function = helper.Call.Expression is MemberAccessExpressionSyntax { Name: var name } ? name : (SimpleNameSyntax)helper.Call.Expression;
        var arguments = Arguments(helper, parameters);
        if (loop.IsAccessible(position, helper.Wrapper) && (receiver is null || helper.Semantics.GetSymbolInfo(receiver).Symbol is { } member && member is not IParameterSymbol && loop.IsAccessible(position, member)))
        {
            var client = receiver is not null && helper.Semantics.GetSymbolInfo(receiver).Symbol is ITypeSymbol type ? TypeText.Of(type, loop, position) : owner + receiver;
            return new Reachable($"{client}{(receiver is null ? "" : ".")}{function}({arguments})", helper.MethodOrdinal, null);
        }

        return Bridged(helper, owner, receiver, function, parameters, layout);
    }

    static string Arguments(CallingMethod helper, string? parameters) =>
        string.Join(", ", helper.Call.ArgumentList.Arguments.Select(a => (a.NameColon?.ToString() + " ").TrimStart() + (a == helper.Parameters ? parameters : Constant(a.Expression, helper))));

    /// <summary>A constant that the loop may not be able to name is written out.</summary>
    static string Constant(ExpressionSyntax value, CallingMethod helper) =>
        value is not LiteralExpressionSyntax && helper.Semantics.GetConstantValue(value) is { HasValue: true, Value: string text } ? SymbolDisplay.FormatLiteral(text, quote: true) : value.ToString();

    /// <summary>A field or property of the helper's class.</summary>
    static bool IsOfClass(ExpressionSyntax receiver, CallingMethod helper) => receiver is IdentifierNameSyntax
        && helper.Semantics.GetSymbolInfo(receiver).Symbol is IFieldSymbol or IPropertySymbol or INamedTypeSymbol or IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } };

    static Reachable? Bridged(CallingMethod helper, string owner, ExpressionSyntax? receiver, SimpleNameSyntax function, string? parameters, Layout layout)
    {
        var wrapper = helper.Wrapper;
        if (wrapper.TypeParameters.Length > 1 || wrapper.TypeParameters.Any(static t => t.HasReferenceTypeConstraint || t.HasValueTypeConstraint || t.HasConstructorConstraint || t.ConstraintTypes.Length > 0) || helper.Parameters is null)
            return null;
        var body = wrapper.OriginalDefinition.Parameters[helper.Call.ArgumentList.Arguments.IndexOf(helper.Parameters)];
        string Text(ITypeSymbol type) => TypeText.Of(type, helper.Semantics, helper.Declaration.SpanStart);
        var generic = wrapper.IsGenericMethod ? $"<{wrapper.OriginalDefinition.TypeParameters[0].Name}>" : "";
        var name = BridgeName + (wrapper.Name.EndsWith("Async", StringComparison.Ordinal) ? "Async" : "");
        var sent = string.Join(", ", helper.Call.ArgumentList.Arguments.Select((a, i) => (a.NameColon?.ToString() + " ").TrimStart() + (a == helper.Parameters ? "body" : i == helper.MethodOrdinal ? "method" : a.Expression.ToString())));
        var bridge = Member.Behind(
            $"{helper.Modifiers} {Text(wrapper.OriginalDefinition.ReturnType)} {name}{generic}(string method, {Text(body.Type)} body) => {(receiver is null ? "" : receiver + ".")}{wrapper.Name}{generic}({sent});", layout);
        var type = helper.Semantics.GetDeclaredSymbol(helper.Declaration)!.ContainingType;
        if (Member.IsThere(type, name, bridge) is not { } isThere)
            return null;
        var method = Constant(helper.Call.ArgumentList.Arguments[helper.MethodOrdinal].Expression, helper);
        var typeArguments = function is GenericNameSyntax { TypeArgumentList: var list } ? list.ToString() : "";
        return new Reachable($"{owner}{name}{typeArguments}({method}, {parameters})", 0, isThere ? null : bridge);
    }
}
