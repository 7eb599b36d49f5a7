using System.Collections.Concurrent;
using Bitrix24.Analyzers.Outline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Symbols;

/// <summary>
/// Which body a call runs: the method's own, the one implementation of an interface or abstract member, or the one handler
/// of the request that a mediator is given. Where there could be several, none.
/// </summary>
sealed class Implementations
{
    readonly RestModel _model;
    readonly Dictionary<string, List<TypeDeclarationSyntax>> _byBase = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<IMethodSymbol, IMethodSymbol?> _found = new(SymbolEqualityComparer.Default);

    public Implementations(RestModel model)
    {
        _model = model;
        foreach (var type in model.Visible.SelectMany(static m => m.Outlines).SelectMany(static o => o.Types))
        {
            foreach (var name in type.Bases)
            {
                if (!_byBase.TryGetValue(name, out var list))
                    _byBase.Add(name, list = []);
                list.Add((TypeDeclarationSyntax)type.Declaration);
            }
        }
    }

    public IMethodSymbol? Of(IMethodSymbol method, ExpressionSyntax call, SemanticModel semantics)
    {
        var definition = InSource((method.ReducedFrom ?? method).OriginalDefinition);
        if (MethodBody.Of(definition) is not null)
            return definition;
        if (Array.IndexOf(Mediator.Senders, definition.Name) >= 0 && HandlerOf(call, semantics) is { } handler)
            return handler;
        return definition.IsAbstract ? _found.GetOrAdd(definition, Find) : null;
    }

    /// <summary>A method of a referenced compilation as that compilation has it; the caller's may be a retargeted copy.</summary>
    IMethodSymbol InSource(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences is not [var reference, ..] || _model.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
            return method;
        var declared = _model.SemanticModelOf(reference.SyntaxTree)?.GetDeclaredSymbol(reference.GetSyntax());
        return declared as IMethodSymbol ?? method;
    }

    IMethodSymbol? Find(IMethodSymbol member)
    {
        IMethodSymbol? found = null;
        var pending = new Queue<string>([member.ContainingType.Name]);
        var seen = new HashSet<string>(pending, StringComparer.Ordinal);
        while (pending.Count > 0)
        {
            if (!_byBase.TryGetValue(pending.Dequeue(), out var declarations))
                continue;
            foreach (var declaration in declarations)
            {
                if (declaration is InterfaceDeclarationSyntax || declaration.Modifiers.Any(SyntaxKind.AbstractKeyword))
                {
                    if (seen.Add(declaration.Identifier.ValueText))
                        pending.Enqueue(declaration.Identifier.ValueText);
                    if (declaration is InterfaceDeclarationSyntax)
                        continue;
                }

                if (ImplementedIn(declaration, member) is not { } body || SymbolEqualityComparer.Default.Equals(body, found))
                    continue;
                if (found is not null)
                    return null;
                found = body;
            }
        }

        return found;
    }

    IMethodSymbol? ImplementedIn(TypeDeclarationSyntax declaration, IMethodSymbol member)
    {
        if (_model.SemanticModelOf(declaration.SyntaxTree)?.GetDeclaredSymbol(declaration) is not INamedTypeSymbol type)
            return null;
        var implementation = member.ContainingType.TypeKind == TypeKind.Interface ? OfInterface(type, member) : Override(type, member);
        return implementation is not null && MethodBody.Of(implementation.OriginalDefinition) is not null ? implementation.OriginalDefinition : null;
    }

    static IMethodSymbol? OfInterface(INamedTypeSymbol type, IMethodSymbol member)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.Name != member.ContainingType.Name)
                continue;
            foreach (var declared in implemented.GetMembers(member.Name).OfType<IMethodSymbol>())
            {
                if (Same(declared.OriginalDefinition, member))
                    return type.FindImplementationForInterfaceMember(declared) as IMethodSymbol;
            }
        }

        return null;
    }

    static IMethodSymbol? Override(INamedTypeSymbol type, IMethodSymbol member)
    {
        foreach (var candidate in type.GetMembers(member.Name).OfType<IMethodSymbol>())
        {
            for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                if (Same(overridden.OriginalDefinition, member))
                    return candidate;
            }
        }

        return null;
    }

    /// <summary>Compared by declaration too: symbols of different compilations never are equal.</summary>
    static bool Same(IMethodSymbol one, IMethodSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one, other)
        || (one.DeclaringSyntaxReferences is [var a, ..] && other.DeclaringSyntaxReferences is [var b, ..] && a.SyntaxTree == b.SyntaxTree && a.Span == b.Span);

    IMethodSymbol? HandlerOf(ExpressionSyntax call, SemanticModel semantics)
    {
        if (Arguments.List(call)?.Arguments is not [{ Expression: var request }, ..] || semantics.GetTypeInfo(request).Type is not INamedTypeSymbol type)
            return null;
        TypeDeclarationSyntax? only = null;
        foreach (var handler in Mediator.Handlers)
        {
            if (!_byBase.TryGetValue(handler + "<" + type.Name, out var declarations))
                continue;
            if (only is not null || declarations.Count > 1)
                return null;
            only = declarations[0];
        }

        return only is null ? null : (_model.SemanticModelOf(only.SyntaxTree)?.GetDeclaredSymbol(only) as INamedTypeSymbol)?.GetMembers().OfType<IMethodSymbol>()
            .FirstOrDefault(static m => m.Name is "Handle" or "HandleAsync" && MethodBody.Of(m) is not null);
    }
}
