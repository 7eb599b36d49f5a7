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
    static readonly string[] Handlers = ["IRequestHandler", "ICommandHandler", "IQueryHandler", "INotificationHandler"];

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
        if (definition is { Name: "Send" or "Publish" or "SendAsync" } && HandlerOf(call, semantics) is { } handler)
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
        foreach (var candidate in type.GetMembers().OfType<IMethodSymbol>())
        {
            if (candidate.Parameters.Length == member.Parameters.Length && Implements(candidate, member, type) && MethodBody.Of(candidate) is not null)
                return candidate;
        }

        return null;
    }

    /// <summary>Compared by name and shape where the two come from different compilations, as symbols never are equal there.</summary>
    static bool Implements(IMethodSymbol candidate, IMethodSymbol member, INamedTypeSymbol type)
    {
        if (candidate.IsOverride)
        {
            for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
            {
                if (Same(overridden.OriginalDefinition, member))
                    return true;
            }

            return false;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (implemented.Name != member.ContainingType.Name)
                continue;
            foreach (var declared in implemented.GetMembers(member.Name).OfType<IMethodSymbol>())
            {
                if (Same(declared.OriginalDefinition, member) && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), candidate))
                    return true;
            }
        }

        return false;
    }

    static bool Same(IMethodSymbol one, IMethodSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one, other)
        || (one.DeclaringSyntaxReferences is [var a, ..] && other.DeclaringSyntaxReferences is [var b, ..] && a.SyntaxTree == b.SyntaxTree && a.Span == b.Span);

    IMethodSymbol? HandlerOf(ExpressionSyntax call, SemanticModel semantics)
    {
        if (Arguments.List(call)?.Arguments is not [{ Expression: var request }, ..] || semantics.GetTypeInfo(request).Type is not INamedTypeSymbol type)
            return null;
        TypeDeclarationSyntax? only = null;
        foreach (var handler in Handlers)
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
