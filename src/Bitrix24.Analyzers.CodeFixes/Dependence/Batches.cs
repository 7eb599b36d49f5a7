using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Batches that a loop has from an earlier fix.</summary>
static class Batches
{
    const string Type = "Bitrix24Batch";

    /// <summary>The type or its parts. They send, and change nothing that a loop could see.</summary>
    public static bool IsPart(ITypeSymbol? type) => type is { Name: Type, ContainingNamespace.IsGlobalNamespace: true } or { ContainingNamespace: { Name: Type + "Parts", ContainingNamespace.IsGlobalNamespace: true } };

    public static bool AreIn(SyntaxNode loop, Scene scene) => Mentions(loop, scene).Any();

    /// <summary>All commands of all batches of the loop are known, and none changes anything on the portal.</summary>
    public static bool OnlyReadIn(SyntaxNode loop, Scene scene)
    {
        foreach (var mention in Mentions(loop, scene))
        {
            if (scene.SymbolOf(mention) is ILocalSymbol local && !Scene.IsDeclaredIn(local, loop)
                ? scene.Locals.IsReassigned(local) || scene.Locals.DeclaratorOf(local)?.GetVariableInitializer() is not { } made || !OnlyReads(made.Syntax, scene)
                : !OnlyReads(loop, scene))
                return false;
        }

        return true;
    }

    static IEnumerable<IdentifierNameSyntax> Mentions(SyntaxNode loop, Scene scene) => loop.DescendantNodes().OfType<IdentifierNameSyntax>()
        .Where(n => n.Identifier.ValueText == Type || scene.SymbolOf(n) is ILocalSymbol local && IsPart(local.Type));

    static bool OnlyReads(SyntaxNode code, Scene scene)
    {
        var commands = code.DescendantNodes().OfType<InvocationExpressionSyntax>().Where(static c => c.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Command", Expression: IdentifierNameSyntax { Identifier.ValueText: Type } }).ToList();
        return commands.Count > 0 && commands.TrueForAll(c => c.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } method
            && scene.Semantics.GetConstantValue(method, scene.Cancellation) is { HasValue: true, Value: string name } && RestCatalogue.Default.TryFind(name, out var known) && !known.IsWrite);
    }
}
