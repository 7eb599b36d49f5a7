using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Code that something outside of it runs, and how often.</summary>
/// <param name="Place">Where to report, in the tree that is analysed.</param>
/// <param name="Name">What to call it: the method, or what runs it.</param>
/// <param name="Runs">The code of one run: the body of a loop or of a lambda, or a method.</param>
/// <param name="Schedule">How often a run starts; null for a job that is told so outside of the code.</param>
/// <param name="IsDefault">The code reads the schedule from the configuration, and this is what it falls back to.</param>
sealed record EntryPoint(Location Place, string Name, RunCode Runs, Schedule? Schedule, bool IsDefault = false);

/// <summary>What one run executes: a whole method, or a piece of the body that states the schedule.</summary>
/// <param name="Method">The method that runs, or that the piece stands in.</param>
/// <param name="Piece">The piece, or null for the whole method.</param>
sealed record RunCode(IMethodSymbol? Method, SyntaxNode? Piece = null);
