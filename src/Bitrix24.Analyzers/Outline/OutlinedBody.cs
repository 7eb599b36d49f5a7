using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Outline;

/// <summary>A member with code: its name, the identifiers in it, and whether anything in it can repeat a call.</summary>
sealed record OutlinedBody(SyntaxNode Member, string Name, string[] Identifiers, string[] Repeated, Signs Own);

/// <summary>A type declaration: the simple names of its bases, and the requests that it handles for a mediator.</summary>
sealed record OutlinedType(SyntaxNode Declaration, string Name, string[] Bases);
