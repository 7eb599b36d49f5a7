using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>Symbols, and those that they lead to.</summary>
static class Closure
{
    public static HashSet<ISymbol> Of(IEnumerable<ISymbol> symbols, Func<ISymbol, IEnumerable<ISymbol>> next)
    {
        var all = new HashSet<ISymbol>(symbols, SymbolEqualityComparer.Default);
        var pending = new Queue<ISymbol>(all);
        while (pending.Count > 0)
        {
            foreach (var found in next(pending.Dequeue()).Where(all.Add))
                pending.Enqueue(found);
        }

        return all;
    }
}
