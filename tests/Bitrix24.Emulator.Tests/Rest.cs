using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Tests;

/// <summary>What came back: the status, the whole body, and its usual parts.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonObject Body)
{
    public JsonNode? Result => Body["result"];

    public string? Error => (string?)Body["error"];

    public long Number => Result!.GetValue<long>();

    public string Json => Result?.ToJsonString() ?? "null";

    /// <summary>The IDs of a list's rows, in order.</summary>
    public string Ids(string? wrapper = null) => string.Join(',', (wrapper is null ? Result! : Result![wrapper]!).AsArray().Select(row => (row!["ID"] ?? row["id"])!.ToString()));
}

/// <summary>A caller that speaks plain HTTP, so that tests see what is on the wire.</summary>
internal sealed class Rest(Portal portal, HttpClient? client = null) : IDisposable
{
    private readonly HttpClient _client = client ?? new HttpClient();

    public Portal Portal { get; } = portal;

    public HttpClient Client => _client;

    public async Task<Answer> Json(string method, object? parameters = null) =>
        await Read(await _client.PostAsync(Portal.WebhookUrl + method, JsonContent.Create(parameters ?? new { }, options: JsonSerializerOptions.Default)));

    public async Task<Answer> Get(string methodAndQuery) => await Read(await _client.GetAsync(Portal.WebhookUrl + methodAndQuery));

    public async Task<Answer> Form(string method, params (string Name, string Value)[] fields) =>
        await Read(await _client.PostAsync(Portal.WebhookUrl + method, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))));

    public async Task<Answer> Send(HttpRequestMessage message) => await Read(await _client.SendAsync(message));

    public async Task<Answer> Batch(object cmd, object? halt = null) => await Json("batch", new { halt = halt ?? 0, cmd });

    public static async Task<Answer> Read(HttpResponseMessage response)
    {
        using (response)
            return new Answer(response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(), documentOptions: new() { MaxDepth = 256 })!.AsObject());
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    public void Dispose() => _client.Dispose();
}

/// <summary>A portal without limits for each test of a class.</summary>
public abstract class PortalTest : IAsyncLifetime
{
    internal Portal Portal { get; private set; } = null!;

    internal Rest Rest { get; private set; } = null!;

    protected virtual PortalOptions Options => new() { Rate = null };

    public async Task InitializeAsync()
    {
        Portal = await Portal.StartAsync(Options);
        Rest = new Rest(Portal);
    }

    public async Task DisposeAsync()
    {
        Rest.Dispose();
        await Portal.DisposeAsync();
    }
}
