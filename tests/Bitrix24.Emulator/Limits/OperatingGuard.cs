using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Limits;

/// <summary>Refuses a method whose operating time is used up; the call that crosses the limit still finishes.</summary>
internal sealed class OperatingGuard(PortalOptions options)
{
    private readonly Dictionary<(string Caller, string Method), OperatingWindow> _windows = [];

    public void Check(string method, Caller caller, DateTimeOffset now)
    {
        if (options.OperatingLimit is { } limit && Window(method, caller).SecondsAt(now) > limit.TotalSeconds)
            throw RestError.Of("OPERATION_TIME_LIMIT");
    }

    /// <summary>Charges a call and answers the seconds used so far and when the oldest of them leave.</summary>
    public (double Seconds, long ResetAt) Charge(string method, Caller caller, DateTimeOffset start, TimeSpan used)
    {
        var window = Window(method, caller);
        var finish = start + used;
        window.SecondsAt(start);
        window.Add(start, used);
        return (window.SecondsAt(finish), window.ResetAt(finish).ToUnixTimeSeconds());
    }

    /// <summary>The seconds of a method in the window, of all callers.</summary>
    public double Seconds(string method, DateTimeOffset now) =>
        _windows.Where(pair => pair.Key.Method == method).Sum(pair => pair.Value.SecondsAt(now));

    /// <summary>The seconds of each method in the window of one caller.</summary>
    public IReadOnlyDictionary<string, double> SecondsOf(string caller, DateTimeOffset now) => new SortedDictionary<string, double>(
        _windows.Where(pair => pair.Key.Caller == caller).ToDictionary(pair => pair.Key.Method, pair => pair.Value.SecondsAt(now)), StringComparer.Ordinal);

    private OperatingWindow Window(string method, Caller caller)
    {
        var key = (options.OperatingScope == OperatingScope.Caller ? caller.Name : "", method.ToLowerInvariant());
        if (!_windows.TryGetValue(key, out var window))
            _windows[key] = window = new OperatingWindow();
        return window;
    }
}
