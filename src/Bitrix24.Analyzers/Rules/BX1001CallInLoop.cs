using System.Collections.Immutable;
using Bitrix24.Analyzers.Facts;
using Bitrix24.Analyzers.Configuration;
using Bitrix24.Analyzers.Sites;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Bitrix24.Analyzers.Rules;

/// <summary>
/// A REST call for each element. Quiet where the rounds are pages or chunks, where the loop is left after one round, where
/// a result is kept, where pauses hold the rate at or under the drain, and where the code does not say that it is Bitrix24.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BX1001CallInLoop() : RestRule(Descriptor)
{
    static readonly DiagnosticDescriptor Descriptor = new(
        "BX1001",
        "A REST call is repeated for each element",
        "{0} called for each of '{1}'{2}: {3}. Send the calls in 'batch' requests of 50.",
        "Bitrix24.Load",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Every call is one request against the portal's leaky bucket. A batch of 50 commands is one request.",
        "https://github.com/bitrix24-analyzers/Bitrix24.Analyzers/blob/main/docs/rules/BX1001.md");

    private protected override IEnumerable<Finding> Judge(RestTree tree)
    {
        foreach (var sites in tree.Bodies())
        {
            foreach (var site in sites)
            {
                if (site.RepeatsPerElement() && !site.IsPaced(sites) && site.Repeated() is { Effects.IsEmpty: false } repeated)
                    yield return Report(repeated, sites, tree.Configuration);
            }
        }
    }

    static Finding Report(Site site, ImmutableArray<Site> all, LoadConfiguration configuration) => new(
        site.Call.Name,
        site.Elsewhere(),
        site.Payload(all),
        ImmutableArray.Create(site.RestMethods(), site.Source(), site.Way(), site.Load(configuration)));
}
