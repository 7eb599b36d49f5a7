using Bitrix24.LoadModel;

namespace Bitrix24.Analyzers.Recognition;

/// <summary>The REST method that a call sends, as it may be shown: never a URL.</summary>
sealed record RestTarget(string Name, bool IsWrite, RestMethod? Method)
{
    public bool IsBatch => string.Equals(Name, "batch", StringComparison.OrdinalIgnoreCase);
}
