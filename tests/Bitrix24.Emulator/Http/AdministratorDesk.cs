using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;
using Bitrix24.Emulator.Version3;

namespace Bitrix24.Emulator.Http;

/// <summary>What the portal's owner sees and does, under <c>/_emulator/</c>.</summary>
internal sealed class AdministratorDesk(World world)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly Registration _registration = new(world);

    public async Task AnswerAsync(HttpContext context)
    {
        var posts = HttpMethods.IsPost(context.Request.Method);
        switch (context.Request.Path.Value)
        {
            case "/_emulator/counters" when !posts:
                await WriteAsync(context, JsonSerializer.Serialize(Locked(world.Counters), Web));
                break;
            case "/_emulator/state" when !posts:
                await WriteAsync(context, Locked(() => CanonicalState.Of(world.Store, withTimes: true)));
                break;
            case "/_emulator/methods" when !posts:
                await WriteAsync(context, JsonSerializer.Serialize(new { Version2 = world.Methods.Names, Version3 = VersionThree.Names }, Web));
                break;
            case "/_emulator/bucket" when !posts:
                await WriteAsync(context, JsonSerializer.Serialize(Locked(Bucket), Web));
                break;
            case "/_emulator/" when !posts:
                await PageAsync(context);
                break;
            case "/_emulator" when !posts:
                context.Response.Redirect("/_emulator/");
                break;
            case "/_emulator/block" when posts:
                await WriteAsync(context, Blocked(true));
                break;
            case "/_emulator/unblock" when posts:
                await WriteAsync(context, Blocked(false));
                break;
            case "/_emulator/advance" when posts && world.Clock is VirtualClock clock && Seconds(context) is { } seconds:
                clock.Advance(TimeSpan.FromSeconds(seconds));
                await WriteAsync(context, JsonSerializer.Serialize(clock.GetUtcNow(), Web));
                break;
            case "/_emulator/install" when posts:
                await RegisterAsync(context, _registration.Install);
                break;
            case "/_emulator/outgoing" when posts:
                await RegisterAsync(context, _registration.Outgoing);
                break;
            case "/_emulator/certificate" when !posts:
                context.Response.ContentType = "application/x-pem-file";
                await context.Response.WriteAsync(DevelopmentCertificate.Shared.ExportCertificatePem(), context.RequestAborted);
                break;
            default:
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private object Bucket() => new
    {
        world.Options.Rate?.Threshold,
        Drain = world.Options.Rate?.DrainPerSecond,
        Now = world.Clock.GetUtcNow().ToUnixTimeSeconds(),
        world.Rate.Samples,
    };

    private static async Task PageAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        await using var page = typeof(AdministratorDesk).Assembly.GetManifestResourceStream("index.html")!;
        await page.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private async Task RegisterAsync(HttpContext context, Func<IQueryCollection, JsonObject> register)
    {
        JsonObject answer;
        try
        {
            answer = Locked(() => register(context.Request.Query));
        }
        catch (ArgumentException wrong)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            answer = new JsonObject { ["error"] = wrong.Message };
        }

        await WriteAsync(context, answer.ToJsonString(Web));
    }

    private string Blocked(bool blocked) => Locked(() => (world.IsBlocked = blocked) ? "true" : "false");

    private T Locked<T>(Func<T> read)
    {
        lock (world.Gate)
            return read();
    }

    private static double? Seconds(HttpContext context) =>
        double.TryParse(context.Request.Query["seconds"], NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e9 ? seconds : null;

    private static Task WriteAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }
}
