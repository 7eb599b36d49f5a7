namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>One of the rewrites that a fix offers.</summary>
/// <param name="Key">What Fix All knows it by.</param>
/// <param name="Title">What the light bulb shows.</param>
sealed record FixWay(string Key, string Title);
