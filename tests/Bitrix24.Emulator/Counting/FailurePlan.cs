using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Counting;

/// <summary>Failures that a test ordered, by method and by which of its calls.</summary>
internal sealed class FailurePlan
{
    private readonly Dictionary<string, int> _calls = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Method, int First, int Last, RestError Error)> _orders = [];

    public void Add(string method, int first, int times, RestError error)
    {
        var last = times == int.MaxValue ? int.MaxValue : first + times - 1;
        _orders.Add((method, first, last, error));
    }

    public void Clear()
    {
        _orders.Clear();
        _calls.Clear();
    }

    public RestError? Take(string method)
    {
        var number = _calls[method] = _calls.GetValueOrDefault(method) + 1;
        return _orders.Find(order => order.Method.Equals(method, StringComparison.OrdinalIgnoreCase) && number >= order.First && number <= order.Last).Error;
    }
}
