using Bitrix24.Analyzers.CodeFixes.Dependence;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Expressions that do nothing but calculate, besides the call that reads.</summary>
sealed class ReadingValue(Reading reading)
{
    static readonly HashSet<string> Answers = EmbeddedRows.Names("RowByRow.tsv", "answers");

    readonly Callees _callees = reading.Scene.Callees;

    readonly Lazy<Surroundings> _surroundings = new(() => new Surroundings(reading, reading.Statements));

    public string? Refusal(ExpressionSyntax expression)
    {
        var reader = new EffectReader(_callees, reading.Scene.Locals, n => n == reading.Call, reading.IsOwn);
        reading.Scene.ReadNode(reader, expression);
        if (reading.Holds(expression))
        {
            foreach (var argument in reading.Call.ArgumentList.Arguments)
                reading.Scene.ReadNode(reader, argument.Expression);
        }

        var effects = reader.Effects;
        if (effects.IsBroken)
            return "the code does not compile";
        if (effects.Varies)
            return "the round looks at a clock, or at something else that differs from time to time";
        if (effects.Stranger is { } stranger)
            return stranger + " is not known to do nothing else";
        if (effects.OwnWrites.Count > 0 || effects.Writes.Any(w => w.Place == Place.Member || !reading.IsOwn(w.Symbol)))
            return "the round changes something that outlives it";
        if (_surroundings.Value.Changing(effects, reading.IsOwn, []) is { } changing)
            return changing + " may change, and with it the rows";
        return effects.GoesOutside && Calls(expression).FirstOrDefault(IsForbidden) is { } call ? call.TargetMethod.Name + " may do something with more than one row" : null;
    }

    IEnumerable<IInvocationOperation> Calls(ExpressionSyntax expression) => expression.DescendantNodesAndSelf(n => n != reading.Call).OfType<InvocationExpressionSyntax>().Where(c => c != reading.Call)
        .Select(c => reading.Scene.Operation(c)).OfType<IInvocationOperation>();

    bool IsForbidden(IInvocationOperation call) => _callees.Known.IsLibrary(call.TargetMethod)
        ? _callees.Known.Of(call.TargetMethod) is not (Knowledge.Pure or Knowledge.Makes or Knowledge.Checks) && !Answers.Contains(call.TargetMethod.ContainingType.Name)
        : _callees.Of(call.TargetMethod) is not { GoesOutside: false };
}
