using Bitrix24.Analyzers.CodeFixes.Dependence;
using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>A method of the solution that puts what it is given at the end of an address, as it is.</summary>
sealed class AddressWrapper(Scene scene)
{
    /// <summary>Methods that hand on the address; more nobody writes.</summary>
    const int MaxCalls = 4;

    static readonly HashSet<string> Senders = EmbeddedRows.Names("Answers.tsv", "sends");

    readonly Sources _sources = new(scene.Semantics.Compilation, scene.Cancellation);

    public bool Keeps(IMethodSymbol method, int ordinal) => Keeps(method, ordinal, 0);

    bool Keeps(IMethodSymbol method, int ordinal, int depth)
    {
        if (depth >= MaxCalls || _sources.ImplementationsOf((method.ReducedFrom ?? method).OriginalDefinition).Take(2).ToList() is not [var only] || _sources.BodyOf(only) is not { } body || only.Parameters.ElementAtOrDefault(ordinal) is not { } address)
            return false;
        var uses = body.DescendantsAndSelf().OfType<IParameterReferenceOperation>().Where(r => SymbolEqualityComparer.Default.Equals(r.Parameter, address)).ToList();
        return uses.Exists(u => IsSent(u, body, depth)) && uses.TrueForAll(u => !LocalUses.IsWrite(u) && (IsSent(u, body, depth) || IsAside(u)));
    }

    /// <summary>Whether a text, or what it is put at the end of, goes into a request.</summary>
    bool IsSent(IOperation text, IOperation body, int depth) => text.Parent switch
    {
        IConversionOperation or IParenthesizedOperation or IInterpolationOperation => IsSent(text.Parent, body, depth),
        IInterpolatedStringOperation whole => whole.Parts.SkipWhile(p => p != text).Skip(1).All(IsBehind) && IsSent(whole, body, depth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => (sum.RightOperand == text || IsBehind(sum.RightOperand)) && IsSent(sum, body, depth),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => IsSent(local, body, depth),
        IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "Uri" or "HttpRequestMessage" } made } => made.Type!.Name == "HttpRequestMessage" || IsSent(made, body, depth),
        IArgumentOperation { Parent: IInvocationOperation call, Parameter.Ordinal: var at } => Senders.Contains(call.TargetMethod.ContainingType.Name) || Keeps(call.TargetMethod, at, depth + 1),
        _ => false,
    };

    bool IsSent(ILocalSymbol local, IOperation body, int depth)
    {
        var uses = body.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Where(r => SymbolEqualityComparer.Default.Equals(r.Local, local)).ToList();
        return uses.Exists(u => IsSent(u, body, depth)) && uses.TrueForAll(u => !LocalUses.IsWrite(u) && (IsSent(u, body, depth) || IsAside(u)));
    }

    /// <summary>Further pairs may follow, but no query of its own.</summary>
    static bool IsBehind(IOperation part) => part switch
    {
        IInterpolatedStringTextOperation { Text: var text } => IsBehind(text),
        IInterpolationOperation => false,
        _ => part.ConstantValue is { HasValue: true, Value: string text } && text.IndexOf('?') < 0 && text.IndexOf('#') < 0,
    };

    /// <summary>It is asked for, written into a log, or told with an exception.</summary>
    bool IsAside(IOperation text)
    {
        for (var above = text.Parent; above is not null; above = above.Parent)
        {
            switch (above)
            {
                case IInvocationOperation call:
                    return Records.IsLine(call.TargetMethod) || scene.Callees.Known.Of(call.TargetMethod) is Knowledge.Checks || call is { TargetMethod: { Name: "IsNullOrEmpty" or "IsNullOrWhiteSpace", ContainingType.SpecialType: SpecialType.System_String } };
                case IThrowOperation:
                    return true;
                case IExpressionStatementOperation or IVariableDeclarationOperation or IReturnOperation:
                    return false;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IIsPatternOperation:
                    return true;
            }
        }

        return false;
    }
}
