using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Bitrix24.Analyzers.CodeFixes.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>One more condition in the filter of a list, added where the code writes its parameters.</summary>
/// <param name="reading">The code.</param>
/// <param name="keys">Which names may stand beside it.</param>
/// <param name="keepsNames">Names of properties get to the portal as they are written.</param>
/// <param name="changed">The variable that holds the condition.</param>
sealed class ListCondition(Reading reading, FilterKeys keys, bool keepsNames, string changed)
{
    readonly SemanticModel _semantics = reading.Scene.Semantics;

    /// <summary>What stands in the place of which expression, or null where the condition cannot be added.</summary>
    public (ExpressionSyntax Old, ExpressionSyntax New)? In(ExpressionSyntax parameters)
    {
        var written = Written(parameters);
        var edited = written switch
        {
            AnonymousObjectCreationExpressionSyntax values => InObject(values),
            BaseObjectCreationExpressionSyntax values when IsDictionary(values, SpecialType.System_Object) => InDictionary(values),
            _ => null,
        };
        return written is null || edited is null || !OthersFit(parameters, isFilter: false) ? null : edited;
    }

    /// <summary>The expression itself, or what the variable was made of that it is.</summary>
    ExpressionSyntax? Written(ExpressionSyntax value) => value is IdentifierNameSyntax
        ? reading.OwnOf(value) is { } own && !reading.Scene.Locals.IsReassigned(own) && reading.ValuesOf(own).ToList() is [var made] ? made : null
        : value;

    /// <summary>What is put into the variable later.</summary>
    bool OthersFit(ExpressionSyntax value, bool isFilter)
    {
        if (reading.OwnOf(value) is not { } own)
            return true;
        foreach (var use in reading.Scene.Locals.Of(own).Select(static u => u.Syntax))
        {
            if (use == value)
                continue;
            if (use.Parent is not ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: var key }], Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } } element || element.Expression != use
                || Text(key) is not { } name || !(isFilter ? keys.IsAside(name) : FilterKeys.IsTopLevel(name) && !FilterKeys.IsFilter(name) && !keys.IsOrder(name)))
                return false;
        }

        return true;
    }

    string? Text(ExpressionSyntax key) => _semantics.GetConstantValue(key, reading.Scene.Cancellation) is { HasValue: true, Value: string text } ? text : null;

    bool IsDictionary(BaseObjectCreationExpressionSyntax creation, SpecialType value) =>
        _semantics.GetTypeInfo(creation, reading.Scene.Cancellation).Type is INamedTypeSymbol { Name: "Dictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: var values }] } && values == value
        && creation.ArgumentList is null or { Arguments.Count: 0 };

    (ExpressionSyntax, ExpressionSyntax)? InObject(AnonymousObjectCreationExpressionSyntax values)
    {
        var members = values.Initializers.Select(static m => (Name: NameOf(m), m.Expression)).ToList();
        if (members.Exists(m => m.Name is null || !FilterKeys.IsTopLevel(m.Name) || keys.IsOrder(m.Name)))
            return null;
        if (members.Find(static m => FilterKeys.IsFilter(m.Name!)) is { Name: not null } filter)
            return InFilter(filter.Expression);
        var name = members.Exists(static m => m.Name is "ORDER" or "SELECT" or "SORT") ? "FILTER" : "filter";
        return (values, values.WithInitializers(values.Initializers.With(SyntaxFactory.AnonymousObjectMemberDeclarator(SyntaxFactory.NameEquals(name), Code(changed + ".Filter")).NormalizeWhitespace().WithoutTrivia())));
    }

    static string? NameOf(AnonymousObjectMemberDeclaratorSyntax member) => member.NameEquals?.Name.Identifier.ValueText
        ?? (member.Expression as IdentifierNameSyntax ?? (member.Expression as MemberAccessExpressionSyntax)?.Name as IdentifierNameSyntax)?.Identifier.ValueText;

    (ExpressionSyntax, ExpressionSyntax)? InDictionary(BaseObjectCreationExpressionSyntax values)
    {
        var entries = Entries(values).ToList();
        if (entries.Exists(e => e.Key is null || Text(e.Key) is not { } name || !FilterKeys.IsTopLevel(name) || keys.IsOrder(name)))
            return null;
        if (entries.Find(e => FilterKeys.IsFilter(Text(e.Key!)!)) is { Key: not null } filter)
            return InFilter(filter.Value!);
        var name = entries.Exists(e => Text(e.Key!) is "ORDER" or "SELECT" or "SORT") ? "FILTER" : "filter";
        return (values, WithEntry(values, $"\"{name}\"", changed + ".Filter"));
    }

    static IEnumerable<(ExpressionSyntax? Key, ExpressionSyntax? Value)> Entries(BaseObjectCreationExpressionSyntax values) => (values.Initializer?.Expressions ?? []).Select(static e => e switch
    {
        AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: var key }] }, Right: var value } => (key, value),
        InitializerExpressionSyntax { Expressions: [var key, var value] } => (key, value),
        _ => ((ExpressionSyntax?)null, (ExpressionSyntax?)null),
    });

    (ExpressionSyntax, ExpressionSyntax)? InFilter(ExpressionSyntax filter)
    {
        var written = Written(filter);
        if (!OthersFit(filter, isFilter: true))
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

    /// <summary>The same conditions, with room for a name that is not known before it runs.</summary>
    ExpressionSyntax AsDictionary(AnonymousObjectCreationExpressionSyntax values)
    {
        var entries = SyntaxFactory.SeparatedList<ExpressionSyntax>(values.Initializers.GetWithSeparators().Select(n => n.AsNode() is AnonymousObjectMemberDeclaratorSyntax member ? Entry($"\"{NameOf(member)}\"", member.Expression).WithTriviaFrom(member) : n));
        var type = _semantics.Compilation.GetTypesByMetadataName("System.Collections.Generic.Dictionary`2") is [var dictionary]
            ? TypeText.Of(dictionary.Construct(_semantics.Compilation.GetSpecialType(SpecialType.System_String), _semantics.Compilation.ObjectType), _semantics, values.SpanStart) : "Dictionary<string, object>";
        return SyntaxFactory.ObjectCreationExpression(SyntaxFactory.Token(SyntaxKind.NewKeyword).WithTrailingTrivia(SyntaxFactory.Space), SyntaxFactory.ParseTypeName(type).WithTrailingTrivia(values.NewKeyword.TrailingTrivia), null,
            SyntaxFactory.InitializerExpression(SyntaxKind.ObjectInitializerExpression, values.OpenBraceToken, entries.With(Entry(changed + ".Name", Code(changed + ".Value"))), values.CloseBraceToken)).WithTriviaFrom(values);
    }

    static BaseObjectCreationExpressionSyntax WithEntry(BaseObjectCreationExpressionSyntax values, string key, string value)
    {
        if (values.Initializer is not { } initializer)
        {
            var added = (BaseObjectCreationExpressionSyntax)Code($"new() {{ [{key}] = {value} }}");
            return values.WithTrailingTrivia(SyntaxFactory.Space).WithInitializer(added.Initializer!.WithTrailingTrivia(values.GetTrailingTrivia()));
        }

        ExpressionSyntax entry = initializer.IsKind(SyntaxKind.CollectionInitializerExpression)
            ? ((BaseObjectCreationExpressionSyntax)Code($"new() {{ {{ {key}, {value} }} }}")).Initializer!.Expressions[0].WithoutTrivia()
            : Entry(key, Code(value));
        return values.WithInitializer(initializer.WithExpressions(initializer.Expressions.With(entry)));
    }

    static AssignmentExpressionSyntax Entry(string key, ExpressionSyntax value) => SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression,
        SyntaxFactory.ImplicitElementAccess(SyntaxFactory.BracketedArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(Code(key))))).WithTrailingTrivia(SyntaxFactory.Space),
        SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space), value);

    static ExpressionSyntax Code(string code) => SyntaxFactory.ParseExpression(code);
}
