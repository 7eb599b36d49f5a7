using System.Text.Json.Nodes;
using System.Threading.Channels;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Events;

/// <summary>Posts events to their handlers in order, each once: an event that fails is not sent again.</summary>
internal sealed class EventDelivery : IAsyncDisposable
{
    /// <summary>How long a handler may take.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly World _world;
    private readonly Channel<(Binding Binding, List<KeyValuePair<string, string>> Form)> _waiting = Channel.CreateUnbounded<(Binding, List<KeyValuePair<string, string>>)>();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = Patience };
    private readonly List<Delivery> _deliveries = [];
    private readonly Task _worker;
    private TaskCompletionSource _idle = Done();
    private int _open;
    private volatile bool _stops;

    public EventDelivery(World world)
    {
        _world = world;
        _worker = Task.Run(WorkAsync);
    }

    /// <summary>Who the portal is, to its handlers.</summary>
    public string MemberId { get; } = Applications.Secret();

    /// <summary>What was sent, in order.</summary>
    public IReadOnlyList<Delivery> Deliveries => [.. _deliveries];

    /// <summary>Completes when nothing waits.</summary>
    public Task Idle => _idle.Task;

    /// <summary>Puts a delivery in the queue. Called under the world's gate.</summary>
    public void Send(Binding binding, JsonObject data, Call call)
    {
        if (_open++ == 0)
            _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting.Writer.TryWrite((binding, EventForm.Of(binding, data, call, _world)));
    }

    public async ValueTask DisposeAsync()
    {
        _stops = true;
        if (_waiting.Writer.TryComplete())
            _client.CancelPendingRequests();
        await _worker;
        _client.Dispose();
    }

    private async Task WorkAsync()
    {
        await foreach (var (binding, form) in _waiting.Reader.ReadAllAsync())
        {
            if (_stops)
                break;
            var status = await PostAsync(binding.Handler, form);
            lock (_world.Gate)
            {
                _deliveries.Add(new Delivery(binding.Event, new Uri(binding.Handler), Shown(form), status));
                if (--_open == 0)
                    _idle.SetResult();
            }
        }
    }

    private async Task<int?> PostAsync(string handler, List<KeyValuePair<string, string>> form)
    {
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var response = await _client.PostAsync(new Uri(handler), content);
            return (int)response.StatusCode;
        }
        catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException or UriFormatException)
        {
            return null;
        }
    }

    /// <summary>The fields without the tokens.</summary>
    private static IReadOnlyDictionary<string, string> Shown(List<KeyValuePair<string, string>> form) => form
        .Where(field => !field.Key.EndsWith("token]", StringComparison.Ordinal))
        .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
