using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Sequences that give the same elements when they are enumerated again.</summary>
sealed class Repeatable(LocalUses locals)
{
    /// <summary>Sequences made from sequences; longer chains are not followed.</summary>
    const int MaxLinks = 40;

    static readonly HashSet<string> Stored = new(EmbeddedRows.Of("Sequences.tsv").Select(static row => row[0]), StringComparer.Ordinal);

    readonly List<IOperation> _origins = [];

    /// <summary>Where variables on the way got their sequences from.</summary>
    public IReadOnlyList<IOperation> Origins => _origins;

    /// <summary>A collection: its elements lie in memory.</summary>
    public static bool IsStored(ITypeSymbol? type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 })
            return true;
        for (var current = type as INamedTypeSymbol; current is not null; current = current.BaseType)
        {
            if (Stored.Contains(TypeName.Of(current)))
                return true;
            if (!current.DeclaringSyntaxReferences.IsEmpty && current.MemberNames.Contains("GetEnumerator"))
                return false;
        }

        return false;
    }

    public bool Is(IOperation sequence) => Is(sequence, MaxLinks);

    bool Is(IOperation sequence, int links)
    {
        if (links == 0)
            return false;
        while (sequence is IConversionOperation { OperatorMethod: null } or ITranslatedQueryOperation)
            sequence = sequence is IConversionOperation conversion ? conversion.Operand : ((ITranslatedQueryOperation)sequence).Operation;
        if (IsStored(sequence.Type))
            return true;
        return sequence switch
        {
            IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" } call => AreArguments(call, links),
            IInvocationOperation { TargetMethod: { Name: "AsEnumerable", ContainingType.Name: "DataTableExtensions" } } => true,
            ILocalReferenceOperation reference => IsRepeatableLocal(reference.Local, links),
            _ => false,
        };
    }

    bool AreArguments(IInvocationOperation call, int links) =>
        call.Arguments.Where(static a => IsSequence(a.Parameter?.Type)).All(a => Is(a.Value, links - 1));

    /// <summary>What may be calculated only when it is enumerated.</summary>
    public static bool IsSequence(ITypeSymbol? type) => type is INamedTypeSymbol { TypeKind: TypeKind.Interface } named
        && TypeName.Of(named) is "System.Collections.Generic.IEnumerable" or "System.Collections.IEnumerable" or "System.Linq.IOrderedEnumerable" or "System.Linq.IQueryable" or "System.Linq.IOrderedQueryable";

    bool IsRepeatableLocal(ILocalSymbol local, int links)
    {
        var declarator = locals.DeclaratorOf(local);
        if (declarator?.GetVariableInitializer()?.Value is not { } value || locals.IsReassigned(local) || !Is(value, links - 1))
            return false;
        _origins.Add(value);
        return true;
    }
}
