using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Bitrix24.Analyzers.CodeFixes.Shapes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>The condition as an entry of a dictionary.</summary>
sealed partial class ListCondition
{
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
