namespace Bitrix24.LoadModel;

/// <summary>The operating seconds of one call of a method: measured, or assumed by what the method does.</summary>
internal static class CallCost
{
    public static Amount Seconds(MethodLoad load, LoadSettings settings, SizeTable sizes)
    {
        if (settings.SecondsOf(load.RestMethod) is { } measured)
            return new(Figure.NotNegative(measured.Value, nameof(settings)), IsExact: true);

        // The documentation charges the commands, and nothing for the batch around them, which takes as long as they do.
        if (string.Equals(load.RestMethod, "batch", StringComparison.OrdinalIgnoreCase))
            return new(0, IsExact: load.RowsPerCall is null || sizes.IsExact(load.RowsPerCall));

        var method = Find(load.RestMethod);
        var usualRows = method is { Kind: RestMethodKind.List } ? method.PageSize ?? Limits.PageRows : 1;
        var rows = load.RowsPerCall is { } count ? sizes.AtLeast(count) : usualRows;
        return new(
            settings.ServiceTime.Value.Of(method?.IsWrite ?? true, rows, sizes.AtLeast(load.CountedRowsPerCall)),
            sizes.IsExact(load.RowsPerCall ?? RequestCount.Zero) && sizes.IsExact(load.CountedRowsPerCall));
    }

    private static RestMethod? Find(string name) =>
        RestCatalogue.Default.TryFind(name, out var known) ? known : RestCatalogue.Default.TryGuess(name, out var guess) ? guess : null;
}
