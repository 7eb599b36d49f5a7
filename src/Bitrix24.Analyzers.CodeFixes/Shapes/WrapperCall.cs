using System.Globalization;
using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>Which arguments of a call are the REST method and its parameters, and what the wrapper's source says.</summary>
sealed record WrapperCall(IMethodSymbol Wrapper, ArgumentSyntax Method, IParameterSymbol Body, ArgumentSyntax? Parameters, WrapperFacts Facts)
{
    public static WrapperCall? Of(CallSite site, Sources sources, CancellationToken cancellation)
    {
        var definition = Implementation((site.Method.ReducedFrom ?? site.Method).OriginalDefinition, sources);
        if (definition is null || !int.TryParse(site.Finding[FixPayload.MethodParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            || ArgumentAt(site, ordinal) is not { } method || definition.Parameters.Length <= ordinal)
            return null;
        var understood = definition.Parameters
            .Where(p => p.Ordinal != ordinal && p.RefKind == RefKind.None && !p.IsParams && (p.Type is ITypeParameterSymbol || BodyTypes.Carries(p.Type)))
            .Select(p => (Parameter: p, Argument: ArgumentAt(site, p.Ordinal), Facts: WrapperReader.Read(sources, definition, ordinal, p.Ordinal, cancellation)))
            .Where(static c => c.Facts is { Refusal: null, Posts: true, Writings.Count: > 0 }).ToList();
        var given = understood.Where(static c => c.Argument is not null).ToList();
        return (given.Count, understood.Count) switch
        {
            (1, _) => new WrapperCall(definition, method, given[0].Parameter, given[0].Argument, given[0].Facts),
            (0, 1) when understood[0].Parameter.IsOptional => new WrapperCall(definition, method, understood[0].Parameter, null, understood[0].Facts),
            _ => null,
        };
    }

    /// <summary>The method whose source runs: the only implementation of an interface's member, or a method that nothing overrides.</summary>
    static IMethodSymbol? Implementation(IMethodSymbol method, Sources sources)
    {
        if (!method.IsAbstract && !method.IsVirtual && !method.IsOverride)
            return method;
        var found = sources.ImplementationsOf(method).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The argument for a parameter of the unreduced method.</summary>
    static ArgumentSyntax? ArgumentAt(CallSite site, int ordinal)
    {
        var shift = site.Method.ReducedFrom is null ? 0 : 1;
        var arguments = site.Call.ArgumentList.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            var parameter = arguments[i].NameColon is { } colon ? site.Method.Parameters.FirstOrDefault(p => p.Name == colon.Name.Identifier.ValueText) : i < site.Method.Parameters.Length ? site.Method.Parameters[i] : null;
            if (parameter?.Ordinal + shift == ordinal)
                return arguments[i];
        }

        return null;
    }
}
