using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Bitrix24.Analyzers.CodeFixes.Fixes;

/// <summary>Reads of a whole list only what changed.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BX4001FullScanPollingFix)), Shared]
public sealed class BX4001FullScanPollingFix() : PollingFix("BX4001");
