using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>What a loop goes over: how many elements the code itself gives, whether they are chunks, whether they ever end.</summary>
sealed class ElementSource(SemanticModel semantics, BodyIndex index, CancellationToken cancellation)
{
    static readonly HashSet<string> Chunkers = new(["Chunk", "Batch", "Buffer", "Window", "Partition", "InChunksOf", "InBatchesOf", "Page"], StringComparer.Ordinal);

    static readonly HashSet<string> ChunkVariables = new(["chunk", "batch", "portion", "part", "block", "slice", "bucket", "page"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Readers of a queue that go on until somebody closes it.</summary>
    public static bool IsEndless(ExpressionSyntax source) => SimpleName.Of(source) is "ReadAllAsync" or "GetConsumingEnumerable";

    public static bool IsRange(ExpressionSyntax source) => SimpleName.Of(source) is "Range";

    public static bool NamesChunk(string variable) => ChunkVariables.Contains(variable);

    public static bool IsChunker(string? name) => name is not null
        && (Chunkers.Contains(name) || name.StartsWith("Split", StringComparison.Ordinal) && name.Length > "Split".Length || name.EndsWith("Chunks", StringComparison.Ordinal));

    public static bool IsChunked(ExpressionSyntax source)
    {
        for (ExpressionSyntax? current = source; current is not null;)
        {
            if (current is InvocationExpressionSyntax call)
            {
                var name = SimpleName.Of(call.Expression)!;
                if (name is null or "SelectMany")
                    return false;
                if (IsChunker(name))
                    return true;
                if (name == "GroupBy" && call.ArgumentList.Arguments.Any(static a => a.Expression.DescendantNodes().Any(static n => n.IsKind(SyntaxKind.DivideExpression))))
                    return true;
                current = (call.Expression as MemberAccessExpressionSyntax)?.Expression;
            }
            else
            {
                current = (current as AwaitExpressionSyntax)?.Expression ?? (current as ParenthesizedExpressionSyntax)?.Expression;
            }
        }

        return false;
    }

    /// <summary>The number of elements where the code lists them, else null.</summary>
    public int? Count(ExpressionSyntax source)
    {
        var written = source;
        if (source is IdentifierNameSyntax or MemberAccessExpressionSyntax)
        {
            if (semantics.GetSymbolInfo(source, cancellation).Symbol is not { DeclaringSyntaxReferences: [var reference] } symbol
                || !IsFixed(symbol)
                || reference.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: { } initial })
                return null;
            written = initial;
        }

        return written switch
        {
            ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.Count,
            ArrayCreationExpressionSyntax { Initializer: { } elements } => elements.Expressions.Count,
            InitializerExpressionSyntax elements => elements.Expressions.Count,
            BaseObjectCreationExpressionSyntax { Initializer: { RawKind: (int)SyntaxKind.CollectionInitializerExpression } elements } => elements.Expressions.Count,
            CollectionExpressionSyntax elements when elements.Elements.All(static e => e is ExpressionElementSyntax) => elements.Elements.Count,
            InvocationExpressionSyntax { ArgumentList.Arguments: [_, var count] } range when SimpleName.Of(range.Expression) == "Range"
                && SimpleName.Of((range.Expression as MemberAccessExpressionSyntax)?.Expression) == "Enumerable" => Constant(count.Expression),
            InvocationExpressionSyntax call => YieldedBy(call),
            _ => null,
        };
    }

    /// <summary>The elements of an iterator that yields each of them by hand, at most.</summary>
    int? YieldedBy(InvocationExpressionSyntax call)
    {
        if (call.SyntaxTree != semantics.SyntaxTree || semantics.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method || MethodBody.Of(method.OriginalDefinition) is not { } body)
            return null;
        var yields = BodySyntax.Within(body).Where(static n => n.IsKind(SyntaxKind.YieldReturnStatement)).ToList();
        return yields.Count > 0 && !yields.Any(y => y.Ancestors().TakeWhile(a => a != body).Any(LoopSyntax.IsLoop)) ? yields.Count : null;
    }

    int? Constant(ExpressionSyntax count) => count.SyntaxTree == semantics.SyntaxTree ? semantics.GetConstantValue(count, cancellation).Value as int? : null;

    /// <summary>A list that nothing adds to: a readonly field, or a local that is neither assigned nor added to.</summary>
    bool IsFixed(ISymbol symbol) => symbol switch
    {
        IFieldSymbol { IsReadOnly: true } field => !CanGrow(field.Type) || (field.DeclaredAccessibility == Accessibility.Private && IsOnlyEnumerated<TypeDeclarationSyntax>(field)),
        ILocalSymbol local => !index.Changes(local.Name) && (!CanGrow(local.Type) || IsOnlyEnumerated<MemberDeclarationSyntax>(local)),
        _ => false,
    };

    /// <summary>A collection that somebody may add to after it was made.</summary>
    static bool CanGrow(ITypeSymbol type) => type is not IArrayTypeSymbol
        && !type.Name.StartsWith("Immutable", StringComparison.Ordinal) && !type.Name.StartsWith("IReadOnly", StringComparison.Ordinal) && type.Name is not ("IEnumerable" or "ReadOnlySpan");

    /// <summary>Whether loops go over the collection, and nothing else in the scope names it.</summary>
    bool IsOnlyEnumerated<TScope>(ISymbol symbol)
        where TScope : SyntaxNode
    {
        if (symbol.DeclaringSyntaxReferences is not [var reference] || reference.GetSyntax(cancellation).FirstAncestorOrSelf<TScope>(static n => n is not FieldDeclarationSyntax) is not { } scope)
            return false;
        return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Where(i => i.Identifier.ValueText == symbol.Name)
            .All(static i => i.Parent is CommonForEachStatementSyntax || i.Parent is MemberAccessExpressionSyntax { Parent: CommonForEachStatementSyntax, Expression: ThisExpressionSyntax });
    }
}
