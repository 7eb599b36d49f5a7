using System.Globalization;
using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>Which arguments of a call are the REST method and its parameters, and what the wrapper's source says.</summary>
/// <param name="Wrapper">What is called.</param>
/// <param name="Method">The REST method.</param>
/// <param name="Body">The parameter of the wrapper that a batch is given to.</param>
/// <param name="Parameters">The parameters of the REST method, or null.</param>
/// <param name="Carrier">The argument for <paramref name="Body"/>: the parameters, unless they are in the address, or null.</param>
/// <param name="Facts">What the wrapper's source says.</param>
sealed record WrapperCall(IMethodSymbol Wrapper, ArgumentSyntax Method, IParameterSymbol Body, ArgumentSyntax? Parameters, ArgumentSyntax? Carrier, WrapperFacts Facts)
{
    public static WrapperCall? Of(CallSite site, Sources sources, CancellationToken cancellation)
    {
        var definition = Implementation((site.Method.ReducedFrom ?? site.Method).OriginalDefinition, sources);
        if (definition is null || !int.TryParse(site.Finding[FixPayload.MethodParameter], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            || ArgumentAt(site, ordinal) is not { } method || definition.Parameters.Length <= ordinal)
            return null;
        var understood = new List<Read>();
        foreach (var body in definition.Parameters.Where(p => p.Ordinal != ordinal && p.RefKind == RefKind.None && !p.IsParams && (p.Type is ITypeParameterSymbol || BodyTypes.Carries(p.Type))))
        {
            var queries = IsText(body) ? definition.Parameters.Where(p => p.Ordinal != ordinal && p.Ordinal != body.Ordinal && IsText(p)) : [];
            var ways = queries.Append(null).Select(query => new Read(body, query, WrapperReader.Read(sources, definition, ordinal, body.Ordinal, query?.Ordinal ?? -1, cancellation)));
            understood.AddRange(ways.Where(static w => w.Facts is { Refusal: null, Posts: true, Writings.Count: > 0 }).Take(1));
        }

        var calls = understood.Select(c => c.Query is null ? InBody(site, definition, method, c.Body, c.Facts) : InAddress(site, definition, method, c.Body, c.Query, c.Facts)).OfType<WrapperCall>().ToList();
        var given = calls.Where(static c => c.Parameters is not null).ToList();
        return given.Count == 1 ? given[0] : given.Count == 0 && understood.Count == 1 && calls is [{ Facts.TakesJson: false } without] ? without : null;
    }

    /// <summary>A wrapper that is understood if the parameters are in the one parameter, or in the address by the other.</summary>
    readonly record struct Read(IParameterSymbol Body, IParameterSymbol? Query, WrapperFacts Facts);

    static bool IsText(IParameterSymbol parameter) => parameter.RefKind == RefKind.None && parameter.Type.SpecialType == SpecialType.System_String;

    /// <summary>The parameters are in the body, for single calls and for batches.</summary>
    static WrapperCall? InBody(CallSite site, IMethodSymbol wrapper, ArgumentSyntax method, IParameterSymbol body, WrapperFacts facts)
    {
        var argument = ArgumentAt(site, body.Ordinal);
        return argument is not null || body.IsOptional ? new WrapperCall(wrapper, method, body, argument, argument, facts) : null;
    }

    /// <summary>
    /// The parameters may be in the address, which is no place for a batch. A single call can have them in the body as well:
    /// Bitrix24 reads them from either.
    /// </summary>
    static WrapperCall? InAddress(CallSite site, IMethodSymbol wrapper, ArgumentSyntax method, IParameterSymbol body, IParameterSymbol query, WrapperFacts facts)
    {
        var (inBody, inAddress) = (ArgumentAt(site, body.Ordinal), ArgumentAt(site, query.Ordinal));
        return (IsNothing(inBody, body, site), IsNothing(inAddress, query, site)) switch
        {
            (true, false) when inAddress is not null => new WrapperCall(wrapper, method, body, inAddress, inBody, facts),
            (false, true) when inBody is not null => new WrapperCall(wrapper, method, body, inBody, inBody, facts),
            (true, true) => new WrapperCall(wrapper, method, body, null, inBody, facts),
            _ => null,
        };
    }

    static bool IsNothing(ArgumentSyntax? argument, IParameterSymbol parameter, CallSite site) => argument is null
        ? parameter is { IsOptional: true, HasExplicitDefaultValue: true, ExplicitDefaultValue: null or "" }
        : site.Semantics.GetConstantValue(argument.Expression) is { HasValue: true, Value: null or "" } || site.Semantics.GetSymbolInfo(argument.Expression).Symbol is IFieldSymbol { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String };

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
