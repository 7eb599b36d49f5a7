using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>What a <c>catch</c> takes and how it ends.</summary>
static class CatchClauses
{
    /// <summary>It takes every exception.</summary>
    public static bool TakesAll(CatchClauseSyntax clause) =>
        clause.Filter is null && (clause.Declaration is null || LastName(clause.Declaration.Type) == "Exception");

    static string? LastName(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => null,
    };
}
