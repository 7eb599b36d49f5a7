using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Limits;

namespace Bitrix24.Emulator.Counting;

/// <summary>Counts requests and commands, and keeps the calls.</summary>
internal sealed class Ledger(bool keeps)
{
    private readonly List<CallRecord> _calls = [];
    private readonly Dictionary<string, long> _refusals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _firstRefusals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Requests, long Commands, long Errors, long Refusals)> _methods = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inRequest = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Requests, long Commands, long Refusals)> _callers = new(StringComparer.Ordinal);
    private long _number;
    private long _requests;
    private long _commands;
    private long _renewals;
    private TimeSpan _busy;

    public IReadOnlyList<CallRecord> Calls => [.. _calls];

    /// <summary>Counts a request; those of nobody have no method, for anything may stand in its place.</summary>
    public void Request(string caller, string? method)
    {
        _requests++;
        _inRequest.Clear();
        if (method is not null)
            Asked(method);
        var counted = _callers.GetValueOrDefault(caller);
        _callers[caller] = counted with { Requests = counted.Requests + 1 };
    }

    public void Renewed() => _renewals++;

    public void Worked(TimeSpan span) => _busy += span;

    public long Begin(Call call, bool inBatch)
    {
        _number++;
        if (keeps)
            _calls.Add(new CallRecord(_number, call.Method, Shown(call.Parameters), inBatch, call.Caller.Name, call.Now, null, 0));
        Asked(call.Method);
        if (!Batch.Is(call.Method))
        {
            _commands++;
            var counted = _callers.GetValueOrDefault(call.Caller.Name);
            _callers[call.Caller.Name] = counted with { Commands = counted.Commands + 1 };
        }

        return _number;
    }

    public void End(long number, Call call, RestError? error, double operating)
    {
        if (keeps)
        {
            var index = _calls.FindLastIndex(record => record.Number == number);
            if (index >= 0)
                _calls[index] = _calls[index] with { Error = error?.Code, OperatingSeconds = operating };
        }

        if (error?.IsRefusal == true)
            Refused(call.Caller.Name, call.Method, error.Code, call.Now);
        if (Batch.Is(call.Method))
            return;
        var name = call.Method.ToLowerInvariant();
        var counted = _methods.GetValueOrDefault(name);
        _methods[name] = counted with { Commands = counted.Commands + 1, Errors = counted.Errors + (error is null ? 0 : 1) };
    }

    public void Refused(string caller, string? method, string code, DateTimeOffset now)
    {
        _refusals[code] = _refusals.GetValueOrDefault(code) + 1;
        _firstRefusals.TryAdd(code, now);
        var counted = _callers.GetValueOrDefault(caller);
        _callers[caller] = counted with { Refusals = counted.Refusals + 1 };
        if (method is null || Batch.Is(method))
            return;
        var name = method.ToLowerInvariant();
        var asked = _methods.GetValueOrDefault(name);
        _methods[name] = asked with { Refusals = asked.Refusals + 1 };
    }

    public Counters Snapshot(OperatingGuard operating, IReadOnlyDictionary<string, double> buckets, DateTimeOffset now) => new(
        _requests,
        _commands,
        _refusals.Values.Sum(),
        new SortedDictionary<string, long>(_refusals, StringComparer.Ordinal),
        new SortedDictionary<string, DateTimeOffset>(_firstRefusals, StringComparer.Ordinal),
        Sorted(_methods, (name, counted) => new MethodCounter(counted.Requests, counted.Commands, counted.Errors, counted.Refusals, operating.Seconds(name, now))),
        Sorted(_callers, (name, counted) => new CallerCounter(counted.Requests, counted.Commands, counted.Refusals, operating.SecondsOf(name, now))),
        buckets,
        _busy.TotalSeconds,
        _renewals);

    public void Clear()
    {
        _calls.Clear();
        _refusals.Clear();
        _firstRefusals.Clear();
        _methods.Clear();
        _callers.Clear();
        (_number, _requests, _commands, _renewals, _busy) = (0, 0, 0, 0, TimeSpan.Zero);
    }

    /// <summary>Counts a request for a method once, however many commands of its batch name it.</summary>
    private void Asked(string method)
    {
        var name = method.ToLowerInvariant();
        if (Batch.Is(method) || !_inRequest.Add(name))
            return;
        var counted = _methods.GetValueOrDefault(name);
        _methods[name] = counted with { Requests = counted.Requests + 1 };
    }

    private static SortedDictionary<string, TShown> Sorted<TCounted, TShown>(Dictionary<string, TCounted> counted, Func<string, TCounted, TShown> show) =>
        new(counted.ToDictionary(pair => pair.Key, pair => show(pair.Key, pair.Value)), StringComparer.Ordinal);

    private static string Shown(JsonObject parameters) => parameters.ToJsonString(Json.Readable);
}
