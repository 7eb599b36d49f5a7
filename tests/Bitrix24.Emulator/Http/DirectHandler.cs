using System.Net;
using System.Text;
using Bitrix24.Emulator.Calls;

namespace Bitrix24.Emulator.Http;

/// <summary>Hands requests to the portal without a network. Whoever waits for the answer goes on while the clock rings.</summary>
internal sealed class DirectHandler(World world, RestEndpoint rest) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        var url = request.RequestUri!;
        context.Request.Method = request.Method.Method;
        context.Request.Scheme = url.Scheme;
        context.Request.Path = PathString.FromUriComponent(url);
        context.Request.QueryString = QueryString.FromUriComponent(url);
        context.Request.Headers.Authorization = request.Headers.Authorization?.ToString();
        if (request.Content is { } content)
        {
            context.Request.ContentType = content.Headers.ContentType?.ToString();
            context.Request.Body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        }

        var address = RestAddress.Parse(context.Request.Path.Value ?? "") ?? throw new HttpRequestException($"{url.AbsolutePath} is no address of REST.");
        var response = await rest.RunAsync(context, address).ConfigureAwait(false);
        var answered = new TaskCompletionSource();
        await using var timer = world.Clock.CreateTimer(_ => answered.TrySetResult(), null, response.Duration + world.Options.ServiceTime.Latency, Timeout.InfiniteTimeSpan);
        await using var registration = cancellationToken.UnsafeRegister(_ => answered.TrySetCanceled(cancellationToken), null);
        await answered.Task.ConfigureAwait(false);
        var message = new HttpResponseMessage((HttpStatusCode)response.Status) { RequestMessage = request, Content = new StringContent(response.Text, Encoding.UTF8, response.MediaType) };
        foreach (var (name, value) in response.Headers)
            message.Headers.TryAddWithoutValidation(name, value);
        return message;
    }
}
