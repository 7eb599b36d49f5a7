using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Symbols;

/// <summary>The names by which attributes are written: with or without their ending.</summary>
static class AttributeName
{
    public static bool Is(AttributeSyntax attribute, string name) => SimpleName.Of(attribute.Name) is { } written && (written == name || (written.Length == name.Length + "Attribute".Length && written == name + "Attribute"));
}
