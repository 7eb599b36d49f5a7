using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Outline;

/// <summary>
/// What the syntax of one tree says, without binding: members, the identifiers in them, and where a call could repeat.
/// It is kept with the tree, so that an edit costs one tree and not the whole compilation.
/// </summary>
sealed class TreeOutline
{
    static readonly ConditionalWeakTable<SyntaxTree, TreeOutline> Outlines = new();

    TreeOutline(ImmutableArray<OutlinedBody> bodies, ImmutableArray<OutlinedType> types)
    {
        Bodies = bodies;
        Types = types;
    }

    public ImmutableArray<OutlinedBody> Bodies { get; }

    public ImmutableArray<OutlinedType> Types { get; }

    /// <summary>Whether the text has the word at all; a timer that is made by <c>new(…)</c> shows it only where it is declared.</summary>
    public bool MentionsTimers { get; private set; }

    /// <summary>The signs of the member that a node stands in.</summary>
    public Signs SignsAt(SyntaxNode node)
    {
        foreach (var body in Bodies)
        {
            if (body.Member is not TypeDeclarationSyntax && body.Member.FullSpan.Contains(node.Span))
                return body.Own;
        }

        return Signs.None;
    }

    public static TreeOutline Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Outlines.TryGetValue(tree, out var known))
            return known;
        var outline = Read(tree.GetRoot(cancellation), cancellation);
        outline.MentionsTimers = TextBlocks.Any(tree.GetText(cancellation), static (text, from, to) => text.Slice(from).IndexOf("imer".AsSpan()) is >= 0 and var at && from + at < to);
        return Outlines.GetValue(tree, _ => outline);
    }

    static readonly Arity AnyArity = new(0, int.MaxValue);

    static TreeOutline Read(SyntaxNode root, CancellationToken cancellation)
    {
        var bodies = ImmutableArray.CreateBuilder<OutlinedBody>();
        var types = ImmutableArray.CreateBuilder<OutlinedType>();
        if (root is not CompilationUnitSyntax unit)
            return new TreeOutline(ImmutableArray<OutlinedBody>.Empty, ImmutableArray<OutlinedType>.Empty);
        if (unit.Members.Any(static m => m is GlobalStatementSyntax))
        {
            bodies.Add(new BodyReader().Read(unit, "", default, Signs.None));
            AddLocalFunctions(bodies, unit, Signs.None);
        }

        var pending = new Stack<(SyntaxNode Node, Signs Inherited)>();
        pending.Push((unit, Signs.None));
        while (pending.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (node, inherited) = pending.Pop();
            foreach (var child in node.ChildNodes())
            {
                switch (child)
                {
                    case BaseNamespaceDeclarationSyntax ns:
                        pending.Push((ns, inherited | SignOf(ns.Name.ToString())));
                        break;
                    case TypeDeclarationSyntax type:
                        var bases = BasesOf(type);
                        types.Add(new OutlinedType(type, type.Identifier.ValueText, bases));
                        if (bases.Any(Mediator.IsHandler))
                            bodies.AddRange(Mediator.Senders.Select(name => new OutlinedBody(type, name, AnyArity, Mediator.HandlerNames, [], Signs.None)));
                        pending.Push((type, inherited | SignOf(type.Identifier.ValueText) | SignOfState(type)));
                        break;
                    case BaseMethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or EventDeclarationSyntax when BodyReader.HasCode(child):
                        bodies.Add(new BodyReader().Read(child, NameOf(child), ArityOf(child), inherited));
                        AddLocalFunctions(bodies, child, inherited);
                        break;
                    case FieldDeclarationSyntax field:
                        foreach (var variable in field.Declaration.Variables)
                        {
                            if (variable.Initializer is not null)
                                bodies.Add(new BodyReader().Read(variable, variable.Identifier.ValueText, AnyArity, inherited));
                        }

                        break;
                    case PropertyDeclarationSyntax { Initializer: { } initializer } property:
                        bodies.Add(new BodyReader().Read(initializer, property.Identifier.ValueText, AnyArity, inherited));
                        break;
                    case MethodDeclarationSyntax { AttributeLists.Count: > 0 } method when BodyReader.NamesMethod(method.AttributeLists):
                        bodies.Add(new OutlinedBody(method, method.Identifier.ValueText, ArityOf(method), [], [], Signs.Both));
                        break;
                }
            }
        }

        return new TreeOutline(bodies.ToImmutable(), types.ToImmutable());
    }

    /// <summary>A local function is a name of its own; what repeats in it is its member's.</summary>
    static void AddLocalFunctions(ImmutableArray<OutlinedBody>.Builder bodies, SyntaxNode member, Signs inherited)
    {
        foreach (var function in Facts.BodySyntax.LocalFunctions(member))
            bodies.Add(new BodyReader().Read(function, function.Identifier.ValueText, ArityOf(function.ParameterList.Parameters), inherited) with { Repeated = [] });
    }

    static Signs SignOf(string name) => BitrixNames.Mentions(name) ? Signs.Evidence : Signs.None;

    /// <summary>A field, property or constructor parameter of a type that is named like Bitrix24.</summary>
    static Signs SignOfState(TypeDeclarationSyntax type) => (type.ParameterList?.Parameters.Any(static p => Mentions(p.Type)) ?? false) || type.Members.Any(static m => m switch
    {
        FieldDeclarationSyntax field => Mentions(field.Declaration.Type),
        PropertyDeclarationSyntax property => Mentions(property.Type),
        ConstructorDeclarationSyntax constructor => constructor.ParameterList.Parameters.Any(static p => Mentions(p.Type)),
        _ => false,
    }) ? Signs.Evidence : Signs.None;

    static bool Mentions(TypeSyntax? type) => SimpleName.Of(type) is { } name && BitrixNames.Mentions(name);

    static string NameOf(SyntaxNode member) => member switch
    {
        MethodDeclarationSyntax m => m.Identifier.ValueText,
        ConstructorDeclarationSyntax c => c.Identifier.ValueText,
        PropertyDeclarationSyntax p => p.Identifier.ValueText,
        _ => "",
    };

    static Arity ArityOf(SyntaxNode member)
    {
        return member is BaseMethodDeclarationSyntax { ParameterList.Parameters: var parameters } ? ArityOf(parameters) : AnyArity;
    }

    static Arity ArityOf(SeparatedSyntaxList<ParameterSyntax> parameters)
    {
        var optional = parameters.Count(static p => p.Default is not null || p.Modifiers.Any(SyntaxKind.ParamsKeyword));
        return new Arity(parameters.Count - optional, parameters.Any(static p => p.Modifiers.Any(SyntaxKind.ParamsKeyword)) ? int.MaxValue : parameters.Count);
    }

    /// <summary>Simple names of the bases; for a generic base also <c>Base&lt;First</c>, by which a mediator's handlers are found.</summary>
    static string[] BasesOf(TypeDeclarationSyntax type) => type.BaseList is null ? [] : type.BaseList.Types.SelectMany(static b =>
        SimpleName.Syntax(b.Type as NameSyntax) switch
        {
            GenericNameSyntax { TypeArgumentList.Arguments: [NameSyntax first, ..] } generic => [generic.Identifier.ValueText, generic.Identifier.ValueText + "<" + SimpleName.Of(first)],
            { } name => [name.Identifier.ValueText],
            null => (string[])[],
        }).ToArray();
}
