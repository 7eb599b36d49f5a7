using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Limits;

namespace Bitrix24.Emulator.Counting;

/// <summary>Counts requests and commands, and keeps the calls.</summary>
internal sealed class Ledger(bool keeps)
{
    private readonly List<CallRecord> _calls = [];
    private readonly Dictionary<string, long> _refusals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Commands, long Errors)> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Requests, long Commands, long Refusals)> _callers = new(StringComparer.Ordinal);
    private long _number;
    private long _requests;
    private long _commands;
    private long _renewals;
    private TimeSpan _busy;

    public IReadOnlyList<CallRecord> Calls => [.. _calls];

    public void Request(string caller)
    {
        _requests++;
        var counted = _callers.GetValueOrDefault(caller);
        _callers[caller] = counted with { Requests = counted.Requests + 1 };
    }

    public void Renewed() => _renewals++;

    public void Worked(TimeSpan span) => _busy += span;

    public long Begin(Call call, bool inBatch)
    {
        _number++;
        if (keeps)
            _calls.Add(new CallRecord(_number, call.Method, Shown(call.Parameters), inBatch, call.Caller.Name, call.Now, null));
        if (!IsBatch(call))
        {
            _commands++;
            var counted = _callers.GetValueOrDefault(call.Caller.Name);
            _callers[call.Caller.Name] = counted with { Commands = counted.Commands + 1 };
        }

        return _number;
    }

    public void End(long number, Call call, RestError? error)
    {
        if (keeps && error is not null)
        {
            var index = _calls.FindLastIndex(record => record.Number == number);
            if (index >= 0)
                _calls[index] = _calls[index] with { Error = error.Code };
        }

        if (error?.IsRefusal == true)
            Refused(call.Caller.Name, error.Code);
        if (IsBatch(call))
            return;
        var name = call.Method.ToLowerInvariant();
        var (commands, errors) = _methods.GetValueOrDefault(name);
        _methods[name] = (commands + 1, errors + (error is null ? 0 : 1));
    }

    public void Refused(string caller, string code)
    {
        _refusals[code] = _refusals.GetValueOrDefault(code) + 1;
        var counted = _callers.GetValueOrDefault(caller);
        _callers[caller] = counted with { Refusals = counted.Refusals + 1 };
    }

    public Counters Snapshot(OperatingGuard operating, IReadOnlyDictionary<string, double> buckets, DateTimeOffset now) => new(
        _requests,
        _commands,
        _refusals.Values.Sum(),
        new SortedDictionary<string, long>(_refusals, StringComparer.Ordinal),
        Sorted(_methods, (name, counted) => new MethodCounter(counted.Commands, counted.Errors, operating.Seconds(name, now))),
        Sorted(_callers, (name, counted) => new CallerCounter(counted.Requests, counted.Commands, counted.Refusals, operating.SecondsOf(name, now))),
        buckets,
        _busy.TotalSeconds,
        _renewals);

    public void Clear()
    {
        _calls.Clear();
        _refusals.Clear();
        _methods.Clear();
        _callers.Clear();
        (_number, _requests, _commands, _renewals, _busy) = (0, 0, 0, 0, TimeSpan.Zero);
    }

    private static SortedDictionary<string, TShown> Sorted<TCounted, TShown>(Dictionary<string, TCounted> counted, Func<string, TCounted, TShown> show) =>
        new(counted.ToDictionary(pair => pair.Key, pair => show(pair.Key, pair.Value)), StringComparer.Ordinal);

    private static bool IsBatch(Call call) => call.Method.Equals(Batch.Name, StringComparison.OrdinalIgnoreCase);

    private static string Shown(JsonObject parameters) => parameters.ToJsonString(Json.Readable);
}
