using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;
using Bitrix24.Emulator.Version3;

namespace Bitrix24.Emulator;

/// <content>What a test asks of a portal: counters, calls, failures, rows.</content>
public sealed partial class Portal
{
    /// <summary>What was counted so far.</summary>
    public Counters Counters
    {
        get
        {
            lock (_world.Gate)
                return _world.Counters();
        }
    }

    /// <summary>Every call so far, in order.</summary>
    public IReadOnlyList<CallRecord> Calls
    {
        get
        {
            lock (_world.Gate)
                return _world.Ledger.Calls;
        }
    }

    /// <summary>What was asked of the portal, in order, alone or in batches: <see cref="CallRecord.Command"/> of each call that is no batch.</summary>
    public IReadOnlyList<string> Commands => [.. Calls.Where(call => !call.IsBatch).Select(call => call.Command)];

    /// <summary>The same without those that ended in an error, such as one that is sent again alone after it failed in a batch.</summary>
    public IReadOnlyList<string> SucceededCommands => [.. Calls.Where(call => !call.IsBatch && call.Error is null).Select(call => call.Command)];

    /// <summary>The bucket's highest level in each of the last seconds in which requests came.</summary>
    public IReadOnlyList<BucketSample> BucketHistory
    {
        get
        {
            lock (_world.Gate)
                return _world.Rate.Samples;
        }
    }

    /// <summary>Forgets counters and calls; rows, limits and ordered failures stay.</summary>
    public void ResetCounters()
    {
        lock (_world.Gate)
            _world.Ledger.Clear();
    }

    /// <summary>Lets the <paramref name="call"/>-th call of a method from the start of the portal fail, and those after it up to <paramref name="times"/> in all.</summary>
    /// <param name="method">A REST method; <c>batch</c> for the whole request.</param>
    /// <param name="call">From 1; a command of a batch is a call.</param>
    /// <param name="code">The error's code.</param>
    /// <param name="status">Its HTTP status, null for the documented one, or 400.</param>
    /// <param name="description">Its description, null for the documented one.</param>
    /// <param name="times">How many calls fail.</param>
    /// <param name="repeats">Whether a call that says the same fails again, as a mistake in its parameters would; a passing trouble would not.</param>
    public void Fail(string method, int call, string code = "ERROR_CORE", int? status = null, string? description = null, int times = 1, bool repeats = true)
    {
        lock (_world.Gate)
            _world.Failures.Add(method, call, times, repeats, Ordered(code, status, description));
    }

    /// <summary>Lets every call of a method fail whose parameters are such, alone or in a batch.</summary>
    /// <param name="method">A REST method.</param>
    /// <param name="when">Told the parameters as a form would send them: every scalar is a text.</param>
    /// <param name="code">The error's code.</param>
    /// <param name="status">Its HTTP status, null for the documented one, or 400.</param>
    /// <param name="description">Its description, null for the documented one.</param>
    public void Fail(string method, Predicate<JsonObject> when, string code = "ERROR_CORE", int? status = null, string? description = null)
    {
        lock (_world.Gate)
            _world.Failures.Add(method, when, Ordered(code, status, description));
    }

    private static RestError Ordered(string code, int? status, string? description)
    {
        var known = RestError.Of(code, description);
        return new RestError(code, status ?? known.Status, known.Message);
    }

    /// <summary>Lets every call of a method fail that has a value among its parameters, however deep, and however often it is sent again.</summary>
    /// <param name="method">A REST method.</param>
    /// <param name="value">The value as text.</param>
    /// <param name="code">The error's code.</param>
    /// <param name="status">Its HTTP status, null for the documented one, or 400.</param>
    public void FailWhen(string method, string value, string code = "ERROR_CORE", int? status = null) => Fail(method, parameters => Has(parameters, value), code, status);

    private static bool Has(JsonNode? node, string value) => node switch
    {
        JsonObject map => map.Any(pair => Has(pair.Value, value)),
        JsonArray list => list.Any(item => Has(item, value)),
        _ => Scalar.Text(node) == value,
    };

    /// <summary>Adds rows past every limit, counter and event; answers their numbers.</summary>
    /// <param name="prefix">The prefix of the methods, such as <c>crm.deal</c>.</param>
    /// <param name="count">How many rows.</param>
    /// <param name="fields">The fields of the row with a number from 1.</param>
    /// <param name="parameters">Parameters beside the fields, such as <c>new { entityTypeId = 128 }</c>.</param>
    public IReadOnlyList<long> Seed(string prefix, int count, Func<int, object> fields, object? parameters = null)
    {
        Func<JsonObject, long> add = _world.Methods.Adding(prefix) is { } method
            ? row => SeedData.Add(_world, method, row, Parameters(parameters))
            : EntityMethod3.Seeding(prefix, _world) ?? throw new ArgumentException($"Nothing can be added to {prefix}.", nameof(prefix));
        lock (_world.Gate)
        {
            return _world.Store.Together<IReadOnlyList<long>>(() =>
                [.. Enumerable.Range(1, count).Select(number => add(Parameters(fields(number))))]);
        }
    }

    /// <summary>All rows of all tables as canonical JSON: tables and fields sorted by name, rows by number.</summary>
    /// <param name="withTimes">Whether times that the portal itself sets are there; without them two runs of different pace can agree.</param>
    public string State(bool withTimes = false)
    {
        lock (_world.Gate)
            return CanonicalState.Of(_world.Store, withTimes);
    }

    /// <summary>Refuses every call with <c>OVERLOAD_LIMIT</c>, as support does by hand, until <see cref="Unblock"/>.</summary>
    public void Block()
    {
        lock (_world.Gate)
            _world.IsBlocked = true;
    }

    /// <summary>Lifts the block.</summary>
    public void Unblock()
    {
        lock (_world.Gate)
            _world.IsBlocked = false;
    }
}
