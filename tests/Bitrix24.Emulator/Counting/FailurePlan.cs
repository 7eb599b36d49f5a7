using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Counting;

/// <summary>Failures that a test ordered: of certain calls of a method, or of calls with certain parameters.</summary>
internal sealed class FailurePlan
{
    private readonly Dictionary<string, int> _calls = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, RestError> _repeated = new(StringComparer.Ordinal);
    private readonly List<Order> _orders = [];

    /// <summary>Calls with these numbers fail; where it repeats, so does any later call that says the same.</summary>
    public void Add(string method, int first, int times, bool repeats, RestError error)
    {
        var last = times > int.MaxValue - first ? int.MaxValue : first + times - 1;
        _orders.Add(new Order(method, (number, _) => number >= first && number <= last, repeats, error));
    }

    /// <summary>Calls with such parameters fail.</summary>
    public void Add(string method, Predicate<JsonObject> when, RestError error) =>
        _orders.Add(new Order(method, (_, call) => when(CommandText.Parameters(call.Parameters)), Repeats: false, error));

    public RestError? Take(Call call)
    {
        var number = _calls[call.Method] = _calls.GetValueOrDefault(call.Method) + 1;
        if (_orders.Count == 0)
            return null;
        var text = CommandText.Of(call.Method, call.Parameters);
        if (_repeated.TryGetValue(text, out var again))
            return again;
        var order = _orders.Find(order => order.Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase) && order.Fits(number, call));
        if (order?.Repeats == true)
            _repeated[text] = order.Error;
        return order?.Error;
    }

    private sealed record Order(string Method, Func<int, Call, bool> Fits, bool Repeats, RestError Error);
}
