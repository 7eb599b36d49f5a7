using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Whether a property only hands out what is stored in it.</summary>
static class Accessors
{
    public static bool IsAuto(IPropertySymbol property)
    {
        var declared = property.OriginalDefinition;
        if (declared.ContainingType.IsAnonymousType)
            return true;
        if (declared.ContainingType.TypeKind == TypeKind.Interface || declared.IsAbstract || declared.IsIndexer)
            return false;
        if (declared.DeclaringSyntaxReferences is not [var reference, ..])
            return IsMarkedByCompiler(declared);
        return reference.GetSyntax() switch
        {
            PropertyDeclarationSyntax syntax => syntax.ExpressionBody is null
                && syntax.AccessorList?.Accessors.All(static a => a.Body is null && a.ExpressionBody is null) == true,
            ParameterSyntax => true,
            _ => false,
        };
    }

    static bool IsMarkedByCompiler(IPropertySymbol property) =>
        (property.GetMethod ?? property.SetMethod)?.GetAttributes().Any(static a => a.AttributeClass?.Name == "CompilerGeneratedAttribute") == true;
}
