using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Outline;

/// <summary>A member with code: its name, the names used in it, and those used where something can repeat them.</summary>
sealed record OutlinedBody(SyntaxNode Member, string Name, Arity Arity, NameUse[] Names, NameUse[] Repeated, Signs Own, bool NamesEvent = false);

/// <summary>A type declaration: the simple names of its bases, and the requests that it handles for a mediator.</summary>
sealed record OutlinedType(SyntaxNode Declaration, string Name, string[] Bases);
