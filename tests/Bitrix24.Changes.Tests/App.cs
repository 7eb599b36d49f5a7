using System.Text;
using System.Text.Json;
using Bitrix24.Emulator;

namespace Bitrix24.Changes.Tests;

/// <summary>An application that is installed on a portal.</summary>
sealed class App(Portal portal, string name = "sync", bool isAdmin = true) : IDisposable
{
    readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    readonly Installation _installation = portal.Install(name, isAdmin: isAdmin);

    public Installation Installation => _installation;

    /// <summary>The methods that were called, each request once.</summary>
    public List<string> Called { get; } = [];

    /// <summary>Whether answers are lost on their way.</summary>
    public bool Drop { get; set; }

    public async Task<JsonElement> CallAsync(string method, object body)
    {
        Called.Add(method);
        var json = JsonSerializer.SerializeToNode(body)!.AsObject();
        json["auth"] = _installation.AccessToken;
        using var content = new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri($"{portal.Url}rest/{method}.json"), content).ConfigureAwait(false);
        if (Drop)
            throw new HttpRequestException("The answer was lost.");
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync().ConfigureAwait(false)).RootElement;
    }

    public JsonElement Call(string method, object body) => CallAsync(method, body).GetAwaiter().GetResult();

    public void Dispose() => _http.Dispose();
}
