using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>What methods do when they are called, through all that they call.</summary>
/// <param name="projects">Where their source is.</param>
/// <param name="overlooksRecords">Lines of a log, and pauses, do not count as doing something.</param>
/// <param name="cancellation">Ends the work.</param>
sealed class Callees(Projects projects, bool overlooksRecords, CancellationToken cancellation)
{
    /// <summary>Methods read for one loop; the others are taken for strangers.</summary>
    const int MaxMethods = 400;

    readonly Dictionary<IMethodSymbol, Effects?> _effects = new(SymbolEqualityComparer.Default);
    readonly HashSet<IMethodSymbol> _open = new(SymbolEqualityComparer.Default);
    readonly Implementers _implementers = new(projects, cancellation);

    public bool OverlooksRecords => overlooksRecords;

    public KnownMembers Known { get; } = new();

    public FixedMember Fixed { get; } = new();

    /// <summary>The effects, or null where the method cannot be looked into.</summary>
    public Effects? Of(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        if (_effects.TryGetValue(definition, out var known))
            return known;
        cancellation.ThrowIfCancellationRequested();
        if (_effects.Count >= MaxMethods || !_open.Add(definition))
            return null;
        var effects = Read(definition);
        _open.Remove(definition);
        _effects[definition] = effects;
        return effects;
    }

    /// <summary>All that the method returns is made by it.</summary>
    public bool IsMadeBy(IMethodSymbol? method) => method is not null && BodyOf(method) is { } body && ReturnsMade(body);

    Effects? Read(IMethodSymbol method)
    {
        if (method.IsImplicitlyDeclared && method.MethodKind != MethodKind.Constructor)
            return new Effects();
        var targets = _implementers.Of(method);
        if (targets.Count == 0)
            return null;
        var all = new Effects();
        foreach (var target in targets)
        {
            if (ReadOne(target) is not { } effects)
                return null;
            all.Add(effects);
        }

        return all;
    }

    Effects? ReadOne(IMethodSymbol method)
    {
        var effects = new Effects();
        if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
            ReadInitializers(method, effects);
        if (method.AssociatedSymbol is IPropertySymbol property && Accessors.IsAuto(property))
            return effects;
        if (method.IsImplicitlyDeclared)
            return effects;
        if (BodyOf(method) is not { } body)
            return method.MethodKind == MethodKind.Constructor && method.DeclaringSyntaxReferences is [var r, ..] && r.GetSyntax() is TypeDeclarationSyntax ? effects : null;
        effects.Add(Effects(body, method));
        return effects;
    }

    Effects Effects(IOperation body, IMethodSymbol method)
    {
        var locals = new LocalUses(body, Known, loop: null);
        return new EffectReader(this, locals, static _ => false, local => locals.Mentions(local)) { Method = method }.Read(body).Effects;
    }

    void ReadInitializers(IMethodSymbol constructor, Effects effects)
    {
        foreach (var reference in constructor.ContainingType.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is not TypeDeclarationSyntax type || projects.ModelOf(type.SyntaxTree) is not { } model)
                continue;
            var initializers = type.Members.SelectMany(static m => m switch
            {
                FieldDeclarationSyntax field => field.Declaration.Variables.Select(static v => v.Initializer),
                PropertyDeclarationSyntax property => [property.Initializer],
                _ => [],
            });
            foreach (var initializer in initializers.OfType<EqualsValueClauseSyntax>())
            {
                if (model.GetOperation(initializer, cancellation) is { } operation)
                    effects.Add(Effects(operation, constructor));
            }
        }
    }

    IOperation? BodyOf(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences is not [var reference, ..])
            return null;
        var syntax = reference.GetSyntax(cancellation);
        var hasBody = syntax switch
        {
            BaseMethodDeclarationSyntax declaration => declaration.Body is not null || declaration.ExpressionBody is not null,
            AccessorDeclarationSyntax accessor => accessor.Body is not null || accessor.ExpressionBody is not null,
            ArrowExpressionClauseSyntax or LocalFunctionStatementSyntax => true,
            _ => false,
        };
        return hasBody && projects.ModelOf(syntax.SyntaxTree) is { } model ? BodyOperation(model, syntax) : null;
    }

    IOperation? BodyOperation(SemanticModel model, SyntaxNode syntax) =>
        syntax is LocalFunctionStatementSyntax function
            ? model.GetOperation((SyntaxNode?)function.Body ?? function.ExpressionBody!, cancellation)
            : model.GetOperation(syntax, cancellation);

    static bool ReturnsMade(IOperation body) => body.DescendantsAndSelf().OfType<IReturnOperation>()
        .All(static r => r.ReturnedValue is null || r.ReturnedValue is IObjectCreationOperation || Immutability.IsImmutable(r.ReturnedValue.Type));
}
