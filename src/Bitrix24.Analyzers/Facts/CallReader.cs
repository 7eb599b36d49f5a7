using System.Collections.Immutable;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>Says what one expression calls, and with which texts; frames are added by <see cref="FrameReader"/>.</summary>
sealed class CallReader(RestModel model, SemanticModel semantics, IMethodSymbol? owner, CancellationToken cancellation)
{
    readonly TextFolder _folder = new(model, owner, cancellation);

    public CallFact? Read(ExpressionSyntax expression) => expression switch
    {
        InvocationExpressionSyntax invocation => ReadInvocation(invocation),
        BaseObjectCreationExpressionSyntax creation => ReadCreation(creation),
        _ => ReadName(expression),
    };

    /// <summary>A delegate parameter of this body that is invoked: <c>send(x)</c> or <c>send.Invoke(x)</c>.</summary>
    public bool IsDelegateName(InvocationExpressionSyntax call) => owner is not null && DelegateName(call) is { } name && owner.Parameters.Any(p => p.Name == name);

    /// <summary>A delegate parameter of this body that is given to somebody else.</summary>
    public bool HandsOnDelegate(InvocationExpressionSyntax call) => owner is not null
        && call.ArgumentList.Arguments.Any(a => a.Expression is IdentifierNameSyntax name && owner.Parameters.Any(p => p.Type.TypeKind == TypeKind.Delegate && p.Name == name.Identifier.ValueText));

    static string? DelegateName(InvocationExpressionSyntax call) => call.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke", Expression: IdentifierNameSyntax name } => name.Identifier.ValueText,
        MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Invoke" } => SimpleName.Of(call.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>()?.Expression),
        _ => null,
    };

    CallFact? ReadInvocation(InvocationExpressionSyntax invocation)
    {
        if (IsDelegateName(invocation))
        {
            var parameter = owner!.Parameters.First(p => p.Name == DelegateName(invocation));
            return parameter.Type.TypeKind == TypeKind.Delegate ? Fact(invocation, CallKind.Delegate, null, Text.Parameter(parameter.Ordinal, parameter.Name)) : null;
        }

        var symbol = Symbol(invocation);
        if (symbol is null)
            return Vocabulary(invocation, null);
        var method = symbol.ReducedFrom is null ? symbol.OriginalDefinition : symbol;
        if (method.MethodKind == MethodKind.DelegateInvoke)
            return null;
        if (model.Wrappers.Find(method) is { } wrapper)
        {
            var ordinal = WrapperOrdinal(wrapper, method);
            var target = wrapper.RestMethod is { } fixedMethod ? Text.Literal(fixedMethod) : _folder.Fold(Symbols.Arguments.At(invocation, method, ordinal));
            return Fact(invocation, CallKind.Method, method, target, ordinal) with { Backed = true };
        }

        if (model.KnownClients.Recognise(invocation, symbol, _folder) is { } known)
            return Fact(invocation, CallKind.Method, method, known.Target, known.MethodOrdinal) with { Backed = true };
        if (HttpSenders.IsSender(method))
            return Fact(invocation, CallKind.Send, method, Sent(invocation, method));
        if (HttpSenders.RefitPath(method) is { } path)
            return Fact(invocation, CallKind.Send, method, Text.Literal(path));
        if (model.Implementation(method, invocation, semantics) is { } body)
            return Fact(invocation, CallKind.Call, body, Text.Unknown);
        return method.DeclaringSyntaxReferences.IsEmpty ? Vocabulary(invocation, method) : Vocabulary(invocation, method, sourceWithoutBody: true);
    }

    /// <summary>The address; where it names no REST method, what the client was made with, or what is sent to an own service that calls Bitrix24.</summary>
    Text Sent(InvocationExpressionSyntax invocation, IMethodSymbol method)
    {
        var address = HttpSenders.Address(invocation, method);
        var text = BaseAddress.Before(invocation, _folder.Fold(address), _folder);
        if (RestIdentifier.Identify(text, nameEvidence: true, out _) == Verdict.Rest || text.HasParameter)
            return text;
        var others = invocation.ArgumentList.Arguments.Select(static a => a.Expression).Prepend(Symbols.Arguments.Receiver(invocation)).Where(e => e is not null && e != address);
        return others.Select(_folder.Fold).FirstOrDefault(RestIdentifier.LooksRest) ?? text;
    }

    /// <summary>An object that was made around a REST method: <c>var request = new Request("crm.deal.get"); request.Execute();</c></summary>
    Text? MadeAround(ExpressionSyntax call) => Symbols.Arguments.Receiver(call) is { } receiver and (IdentifierNameSyntax or BaseObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax)
        && semantics.GetSymbolInfo(receiver, cancellation).Symbol is ILocalSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor }
        && _folder.Fold(receiver) is { } text && RestIdentifier.LooksRest(text) ? text : null;

    IMethodSymbol? Symbol(ExpressionSyntax expression)
    {
        var info = semantics.GetSymbolInfo(expression, cancellation);
        return (info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null)) as IMethodSymbol;
    }

    static int WrapperOrdinal(Configuration.ConfiguredWrapper wrapper, IMethodSymbol method)
    {
        var definition = method.ReducedFrom ?? method;
        if (wrapper.Parameter is null)
            return -1;
        var named = definition.Parameters.FirstOrDefault(p => p.Name == wrapper.Parameter);
        return named?.Ordinal ?? (int.TryParse(wrapper.Parameter, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var index) ? index : -1);
    }

    /// <summary>A REST method given to something whose body is not in source and whose name or return type says that it sends.</summary>
    CallFact? Vocabulary(InvocationExpressionSyntax invocation, IMethodSymbol? method, bool sourceWithoutBody = false)
    {
        if (method is null ? !VocabularyCalls.NameSends(SimpleName.Of(invocation.Expression) ?? "") : sourceWithoutBody ? !VocabularyCalls.NameSends(method.Name) : !VocabularyCalls.Sends(method))
            return null;
        var arguments = invocation.ArgumentList.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            var text = _folder.Fold(arguments[i].Expression);
            if (RestIdentifier.LooksRest(text) || (BitrixNames.Mentions(method?.ContainingType) && RestIdentifier.Identify(text, nameEvidence: true, out _) == Verdict.Rest))
                return Fact(invocation, CallKind.Method, method, text, method is null ? i : Symbols.Arguments.OrdinalOf(arguments[i], method));
        }

        return null;
    }

    CallFact? ReadCreation(BaseObjectCreationExpressionSyntax creation) =>
        Symbol(creation) is { } constructor && !constructor.DeclaringSyntaxReferences.IsEmpty && model.HasBody(constructor)
            ? Fact(creation, CallKind.Call, constructor.OriginalDefinition, Text.Unknown)
            : null;

    CallFact? ReadName(ExpressionSyntax expression)
    {
        switch (semantics.GetSymbolInfo(expression, cancellation).Symbol)
        {
            case IPropertySymbol { GetMethod: { } getter } property when model.Implementation(getter.OriginalDefinition, expression, semantics) is { } body && !IsAssigned(expression):
                return new CallFact(expression, NameLocation(expression), property.Name, CallKind.Call, body, Text.Unknown, ImmutableArray<Text>.Empty, ImmutableArray<Frame>.Empty, false);
            case IMethodSymbol method when expression.Parent is ArgumentSyntax && method.MethodKind != MethodKind.LambdaMethod && model.Implementation(method.OriginalDefinition, expression, semantics) is { } body:
                return new CallFact(expression, NameLocation(expression), method.Name, CallKind.Call, body, Text.Unknown, ImmutableArray<Text>.Empty, ImmutableArray<Frame>.Empty, false);
            default:
                return null;
        }
    }

    static bool IsAssigned(ExpressionSyntax expression) => expression.Parent is AssignmentExpressionSyntax assignment && assignment.Left == expression
        || expression.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } };

    CallFact Fact(ExpressionSyntax call, CallKind kind, IMethodSymbol? callee, Text target, int methodOrdinal = -1)
    {
        var definition = callee?.ReducedFrom ?? callee;
        var arguments = kind != CallKind.Call || definition is null ? ImmutableArray<Text>.Empty
            : definition.Parameters.Select(p => Symbols.Arguments.At(call, Symbol(call) ?? definition, p.Ordinal) is { } argument ? _folder.Fold(argument) : Default(p)).ToImmutableArray();
        if (kind == CallKind.Call && MadeAround(call) is { } around)
            arguments = arguments.Add(around);
        return new CallFact(call, NameLocation(call), definition is { MethodKind: MethodKind.Constructor } ? definition.ContainingType.Name : SimpleName.Of(NameOf(call)) ?? "", kind,
            kind == CallKind.Call ? definition : callee, target, arguments, ImmutableArray<Frame>.Empty, false, methodOrdinal);
    }

    static Text Default(IParameterSymbol parameter) => parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: string value } ? Text.Literal(value) : Text.Unknown;

    static ExpressionSyntax NameOf(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax invocation => SimpleName.Syntax(invocation.Expression) ?? invocation.Expression,
        ObjectCreationExpressionSyntax creation => creation.Type,
        MemberAccessExpressionSyntax access => access.Name,
        _ => call,
    };

    static Location NameLocation(ExpressionSyntax call) => call is ImplicitObjectCreationExpressionSyntax implicitCreation
        ? implicitCreation.NewKeyword.GetLocation()
        : SimpleName.Syntax(NameOf(call))?.Identifier.GetLocation() ?? NameOf(call).GetLocation();
}
