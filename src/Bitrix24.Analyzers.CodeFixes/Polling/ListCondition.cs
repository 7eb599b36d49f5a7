using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Bitrix24.Analyzers.CodeFixes.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>One more condition in the filter of a list, added where the code writes its parameters.</summary>
/// <param name="reading">The code.</param>
/// <param name="keys">Which names may stand beside it.</param>
/// <param name="changed">The variable that holds the condition.</param>
sealed partial class ListCondition(Reading reading, FilterKeys keys, string changed)
{
    readonly SemanticModel _semantics = reading.Scene.Semantics;

    /// <summary>What stands in the place of which expression, or null where the condition cannot be added.</summary>
    /// <param name="parameters">The parameters of the list.</param>
    /// <param name="keepsNames">Names of properties get to the portal as they are written.</param>
    public (ExpressionSyntax Old, ExpressionSyntax New)? In(ExpressionSyntax parameters, bool keepsNames)
    {
        if (_semantics.GetTypeInfo(parameters, reading.Scene.Cancellation).Type is { SpecialType: SpecialType.System_String })
            return InText(parameters);
        return Written(parameters) switch
        {
            AnonymousObjectCreationExpressionSyntax values when OthersFit(parameters, IsAsideTopLevel) => InObject(values, keepsNames),
            BaseObjectCreationExpressionSyntax values when IsDictionary(values, SpecialType.System_Object) && OthersFit(parameters, IsAsideTopLevel) => InDictionary(values, keepsNames),
            BaseObjectCreationExpressionSyntax values when IsDictionary(values, SpecialType.System_String) && OthersFit(parameters, IsAsidePair) && Entries(values).All(e => e.Key is not null && Text(e.Key) is { } key && IsAsidePair(key) && IsStart(key, e.Value!)) => (parameters, Code($"{changed}.Into({parameters})").WithTriviaFrom(parameters)),
            _ => null,
        };
    }

    /// <summary>A call that has no parameters gets some.</summary>
    public (ExpressionSyntax Old, ExpressionSyntax New)? AsParameters(WrapperCall wrapper)
    {
        var given = reading.Call.ArgumentList.Arguments;
        var isNext = given.Count == wrapper.Body.Ordinal && given.All(static a => a.NameColon is null) && wrapper.Carrier is null;
        return wrapper.Body.Type.SpecialType == SpecialType.System_Object && (isNext || wrapper.Carrier is not null)
            ? wrapper.Carrier is { } carrier ? (carrier.Expression, Code($"new {{ filter = {changed}.Filter }}")) : (reading.Call, reading.Call.WithArgumentList(WithNext($"new {{ filter = {changed}.Filter }}")))
            : null;
    }

    ArgumentListSyntax WithNext(string code) => reading.Call.ArgumentList.WithArguments(reading.Call.ArgumentList.Arguments.With(SyntaxFactory.Argument(Code(code))));

    bool IsAsideTopLevel(string name) => FilterKeys.IsTopLevel(name) && !FilterKeys.IsFilter(name) && !keys.IsOrder(name);

    /// <summary><c>start</c>, <c>order[ID]</c>, <c>filter[STAGE_ID]</c></summary>
    bool IsAsidePair(string pair)
    {
        var bracket = pair.IndexOf('[');
        var name = bracket < 0 ? pair : pair.Substring(0, bracket);
        return IsAsideTopLevel(name) || FilterKeys.IsFilter(name) && bracket > 0 && pair.IndexOf(']') is var end && end > bracket && keys.IsAside(pair.Substring(bracket + 1, end - bracket - 1));
    }

    /// <summary>The expression itself, or what the variable was made of that it is.</summary>
    ExpressionSyntax? Written(ExpressionSyntax value) => value is IdentifierNameSyntax
        ? reading.OwnOf(value) is { } own && !reading.Scene.Locals.IsReassigned(own) && reading.ValuesOf(own).ToList() is [var made] ? made : null
        : value;

    /// <summary>What is put into the variable later.</summary>
    bool OthersFit(ExpressionSyntax value, Func<string, bool> fits)
    {
        if (reading.OwnOf(value) is not { } own)
            return true;
        foreach (var use in reading.Scene.Locals.Of(own).Select(static u => u.Syntax))
        {
            if (use == value)
                continue;
            if (use.Parent is not ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }], Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } } element || element.Expression != use
                || Text(key) is not { } name || !fits(name))
                return false;
        }

        return true;
    }

    /// <summary>The first page, or one that the loop counts; from any other on, rows would be out of reach.</summary>
    bool IsStart(string name, ExpressionSyntax value) => !name.Equals("start", StringComparison.OrdinalIgnoreCase)
        || (_semantics.GetConstantValue(value, reading.Scene.Cancellation) is { HasValue: true, Value: var first } ? first is 0 or -1 or "0" or "-1"
            : value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().All(n => reading.Scene.SymbolOf(n) is ILocalSymbol or IParameterSymbol or IMethodSymbol or INamedTypeSymbol or IFieldSymbol { IsConst: true } or IPropertySymbol { IsStatic: true }));

    string? Text(ExpressionSyntax key) => _semantics.GetConstantValue(key, reading.Scene.Cancellation) is { HasValue: true, Value: string text } ? text : null;

    bool IsDictionary(BaseObjectCreationExpressionSyntax creation, SpecialType value) =>
        _semantics.GetTypeInfo(creation, reading.Scene.Cancellation).Type is INamedTypeSymbol { Name: "Dictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: var values }] } && values == value
        && creation.ArgumentList is null or { Arguments.Count: 0 };

    (ExpressionSyntax, ExpressionSyntax)? InObject(AnonymousObjectCreationExpressionSyntax values, bool keepsNames)
    {
        var members = values.Initializers.Select(static m => (Name: NameOf(m), m.Expression)).ToList();
        if (members.Exists(m => m.Name is null || !FilterKeys.IsTopLevel(m.Name) || keys.IsOrder(m.Name) || !IsStart(m.Name, m.Expression)))
            return null;
        if (members.Find(static m => FilterKeys.IsFilter(m.Name!)) is { Name: not null } filter)
            return InFilter(filter.Expression, keepsNames);
        var name = members.Exists(static m => m.Name is "ORDER" or "SELECT" or "SORT") ? "FILTER" : "filter";
        return (values, values.WithInitializers(values.Initializers.With(SyntaxFactory.AnonymousObjectMemberDeclarator(SyntaxFactory.NameEquals(name), Code(changed + ".Filter")).NormalizeWhitespace().WithoutTrivia())));
    }

    static string? NameOf(AnonymousObjectMemberDeclaratorSyntax member) => member.NameEquals?.Name.Identifier.ValueText
        ?? (member.Expression as IdentifierNameSyntax ?? (member.Expression as MemberAccessExpressionSyntax)?.Name as IdentifierNameSyntax)?.Identifier.ValueText;

    (ExpressionSyntax, ExpressionSyntax)? InDictionary(BaseObjectCreationExpressionSyntax values, bool keepsNames)
    {
        var entries = Entries(values).ToList();
        if (entries.Exists(e => e.Key is null || Text(e.Key) is not { } name || !FilterKeys.IsTopLevel(name) || keys.IsOrder(name) || !IsStart(name, e.Value!)))
            return null;
        if (entries.Find(e => FilterKeys.IsFilter(Text(e.Key!)!)) is { Key: not null } filter)
            return InFilter(filter.Value!, keepsNames);
        var name = entries.Exists(e => Text(e.Key!) is "ORDER" or "SELECT" or "SORT") ? "FILTER" : "filter";
        return (values, WithEntry(values, $"\"{name}\"", changed + ".Filter"));
    }

    static IEnumerable<(ExpressionSyntax? Key, ExpressionSyntax? Value)> Entries(BaseObjectCreationExpressionSyntax values) => (values.Initializer?.Expressions ?? []).Select(static e => e switch
    {
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] }, Right: var value } => (key, value),
        InitializerExpressionSyntax { Expressions: [var key, var value] } => (key, value),
        _ => ((ExpressionSyntax?)null, (ExpressionSyntax?)null),
    });

    (ExpressionSyntax, ExpressionSyntax)? InFilter(ExpressionSyntax filter, bool keepsNames)
    {
        var written = Written(filter);
        if (!OthersFit(filter, keys.IsAside))
            return null;
        switch (written)
        {
            case AnonymousObjectCreationExpressionSyntax values when values.Initializers.All(m => NameOf(m) is { } name && keys.IsAside(name)) && (keepsNames || CamelCase.Keeps(values, _semantics, keys: false)):
                return (values, AsDictionary(values));
            case BaseObjectCreationExpressionSyntax values when IsDictionary(values, SpecialType.System_Object) && Entries(values).All(e => e.Key is not null && Text(e.Key) is { } key && keys.IsAside(key)):
                return (values, WithEntry(values, changed + ".Name", changed + ".Value"));
            default:
                return null;
        }
    }
}
