using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Counting;

/// <summary>Failures that a test ordered, by method and by which of its calls, or by a value among their parameters.</summary>
internal sealed class FailurePlan
{
    private readonly Dictionary<string, int> _calls = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(string Method, int First, int Last, RestError Error)> _orders = [];
    private readonly List<(string Method, string Value, RestError Error)> _values = [];

    public void Add(string method, int first, int times, RestError error)
    {
        var last = times == int.MaxValue ? int.MaxValue : first + times - 1;
        _orders.Add((method, first, last, error));
    }

    public void AddWhen(string method, string value, RestError error) => _values.Add((method, value, error));

    public void Clear()
    {
        _values.Clear();
        _orders.Clear();
        _calls.Clear();
    }

    public RestError? Take(Call call)
    {
        var number = _calls[call.Method] = _calls.GetValueOrDefault(call.Method) + 1;
        return _orders.Find(order => order.Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase) && number >= order.First && number <= order.Last).Error
            ?? _values.Find(order => order.Method.Equals(call.Method, StringComparison.OrdinalIgnoreCase) && Has(call.Parameters, order.Value)).Error;
    }

    private static bool Has(JsonNode? node, string value) => node switch
    {
        JsonObject map => map.Any(pair => Has(pair.Value, value)),
        JsonArray list => list.Any(item => Has(item, value)),
        _ => Scalar.Text(node) == value,
    };
}
