using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>Texts that calls and object creations make.</summary>
sealed partial class TextFolder
{
    Text FoldInvocation(InvocationExpressionSyntax invocation, int depth)
    {
        var arguments = invocation.ArgumentList.Arguments;
        var receiver = (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;
        switch (SimpleName.Of(invocation.Expression))
        {
            case "Format" when arguments.Count > 0:
                return FoldFormat(arguments, depth);
            case "Concat" when receiver is PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" }:
                return arguments.Aggregate(Text.Empty, (text, a) => text + Fold(a.Expression, depth + 1));
            case "Join" when arguments.Count > 1 && receiver is PredefinedTypeSyntax or IdentifierNameSyntax { Identifier.ValueText: "String" }:
                var separator = Fold(arguments[0].Expression, depth + 1);
                return arguments.Skip(2).Aggregate(Fold(arguments[1].Expression, depth + 1), (text, a) => text + separator + Fold(a.Expression, depth + 1));
            case "Append" when receiver is not null && arguments.Count > 0 && IsStringBuilder(receiver):
                return Fold(receiver, depth + 1) + Fold(arguments[0].Expression, depth + 1);
            case "Combine" when arguments.Count > 0:
                return arguments.Skip(1).Aggregate(Fold(arguments[0].Expression, depth + 1), (text, a) => text + Text.Literal("/") + Fold(a.Expression, depth + 1));
            case "AppendPathSegment" when receiver is not null && arguments.Count > 0:
                return Fold(receiver, depth + 1) + Text.Literal("/") + Fold(arguments[0].Expression, depth + 1);
            case "EscapeDataString" or "UrlEncode" or "EscapeUriString":
                return Text.Unknown;
            case "ToString" when receiver is IdentifierNameSyntax && IsStringBuilder(receiver):
                return FoldAppended(receiver, depth);
            case "ToString" or "Trim" or "TrimEnd" or "TrimStart" or "ToLower" or "ToLowerInvariant" or "Replace" or "Clone" or "ConfigureAwait" or "GetAwaiter" or "GetResult"
                when receiver is not null:
                return Fold(receiver, depth + 1);
            case "Create" or "CreateHttp" when arguments.Count > 0 && receiver is not null && SimpleName.Of(receiver) is "WebRequest" or "HttpWebRequest":
                return Fold(arguments[0].Expression, depth + 1);
        }

        if (ModelOf(invocation)?.GetSymbolInfo(invocation, cancellation).Symbol is not IMethodSymbol method)
            return IsBuilderChain(receiver) ? Fold(receiver, depth + 1) : Text.Unknown;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return Fold(receiver is not null && SimpleName.Of(invocation.Expression) == "Invoke" ? receiver : invocation.Expression, depth + 1);
        if (receiver is not null && (method.ReducedFrom is not null || IsFluent(method)) && method.DeclaringSyntaxReferences.IsEmpty)
            return Fold(receiver, depth + 1);
        var returned = FoldReturn(method.ReducedFrom ?? method, depth + 1);
        if (returned.IsUnknown && receiver is not null && IsFluent(method))
            return Fold(receiver, depth + 1);
        var text = returned.Substitute(ordinal => Fold(Arguments.At(invocation, method, ordinal), depth + 1));
        return !RestIdentifier.LooksRest(text) && method.ReturnType is { Name: "String" or "Uri" or "HttpRequestMessage" or "RestRequest" }
            ? Prefer(RestLike(arguments.Select(static a => a.Expression), depth), text)
            : text;
    }

    /// <summary><c>new Query("crm.deal.list").Select("ID").Start(50)</c>, whatever the members mean.</summary>
    static bool IsBuilderChain(ExpressionSyntax? receiver)
    {
        while (receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var inner } })
            receiver = inner;
        return receiver is BaseObjectCreationExpressionSyntax;
    }

    static bool IsFluent(IMethodSymbol method) => !method.IsStatic && SymbolEqualityComparer.Default.Equals(method.ReturnType, method.ContainingType);

    bool IsStringBuilder(ExpressionSyntax receiver) => ModelOf(receiver)?.GetTypeInfo(receiver, cancellation).Type is { Name: "StringBuilder" };

    Text FoldFormat(SeparatedSyntaxList<ArgumentSyntax> arguments, int depth)
    {
        var index = arguments.Count > 1 && Fold(arguments[0].Expression, depth + 1) is { IsUnknown: true } ? 1 : 0;
        var format = Fold(arguments[index].Expression, depth + 1);
        if (format.Parts is not [{ Kind: TextPartKind.Literal } literal])
            return format;
        var text = Text.Empty;
        var pieces = literal.Value.Split('{', '}');
        for (var i = 0; i < pieces.Length; i++)
        {
            var ordinal = 0;
            var isHole = i % 2 == 1 && int.TryParse(pieces[i].Split(':', ',')[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out ordinal);
            text += !isHole ? Text.Literal(pieces[i])
                : index + 1 + ordinal < arguments.Count ? Fold(arguments[index + 1 + ordinal].Expression, depth + 1)
                : Text.Unknown;
        }

        return text;
    }

    /// <summary>What was appended to a local <c>StringBuilder</c>, in the order of the source.</summary>
    Text FoldAppended(ExpressionSyntax builder, int depth)
    {
        if (builder is not IdentifierNameSyntax name || builder.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } scope)
            return Text.Unknown;
        var text = Text.Empty;
        foreach (var node in scope.DescendantNodes())
        {
            if (node is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var seed, ..] } } declarator
                && declarator.Identifier.ValueText == name.Identifier.ValueText)
                text += Fold(seed.Expression, depth + 1);
            else if (node is InvocationExpressionSyntax { ArgumentList.Arguments: [var appended] } call && call.SpanStart < builder.SpanStart
                && SimpleName.Of(call.Expression) == "Append" && SimpleName.Root(call.Expression) == name.Identifier.ValueText)
                text += Fold(appended.Expression, depth + 1);
        }

        return text;
    }

    Text FoldCreation(BaseObjectCreationExpressionSyntax creation, int depth)
    {
        var arguments = creation.ArgumentList?.Arguments.Select(static a => a.Expression).ToList() ?? [];
        var initializers = creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().ToList() ?? [];
        var type = creation is ObjectCreationExpressionSyntax named ? SimpleName.Of(named.Type) : ModelOf(creation)?.GetTypeInfo(creation, cancellation).Type?.Name;
        switch (type)
        {
            case "Uri" or "UriBuilder" when arguments.Count > 0:
                return arguments.Count > 1 && Fold(arguments[1], depth + 1) is { } relative && ModelOf(arguments[1])?.GetTypeInfo(arguments[1], cancellation).Type is not { TypeKind: TypeKind.Enum }
                    ? Fold(arguments[0], depth + 1) + Text.Literal("/") + relative
                    : Fold(arguments[0], depth + 1);
            case "HttpRequestMessage":
                return initializers.FirstOrDefault(static i => SimpleName.Of(i.Left) == "RequestUri") is { } uri ? Fold(uri.Right, depth + 1)
                    : arguments.Count > 1 ? Fold(arguments[1], depth + 1)
                    : Text.Unknown;
            case "StringBuilder":
                return arguments is [var seed, ..] && ModelOf(seed)?.GetTypeInfo(seed, cancellation).Type?.SpecialType == SpecialType.System_String ? Fold(seed, depth + 1) : Text.Empty;
            case "RestRequest" when arguments.Count > 0:
                return Fold(arguments[0], depth + 1);
            case null:
                return Text.Unknown;
        }

        var values = arguments.Concat(initializers.Select(static i => i.Right)).ToList();
        var rest = RestLike(values, depth);
        if (!rest.IsUnknown)
            return rest;
        return values is [LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } only] ? Fold(only, depth + 1) : Text.Unknown;
    }
}
