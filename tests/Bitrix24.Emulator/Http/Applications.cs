using System.Globalization;
using System.Security.Cryptography;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Http;

namespace Bitrix24.Emulator;

/// <summary>An installed application as a test sees it: all but its name and user are secrets.</summary>
public sealed record Installation(string Name, long UserId, string AccessToken, string RefreshToken, string ApplicationToken, string ClientId, string ClientSecret)
{
    /// <summary>Says nothing of the secrets.</summary>
    public override string ToString() => $"application {Name} for user {UserId}";
}

/// <summary>The applications that are installed, and their tokens.</summary>
internal sealed class Applications
{
    /// <summary>How long an access token lives.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    /// <summary>How long it can be renewed.</summary>
    private static readonly TimeSpan RefreshLife = TimeSpan.FromDays(180);

    private readonly List<Grant> _grants = [];

    private sealed record Grant(Installation Installation, Caller Caller, DateTimeOffset At);

    public Installation Install(string name, long userId, bool isAdmin, IReadOnlySet<string>? scopes, DateTimeOffset now)
    {
        var known = _grants.Find(grant => grant.Installation.Name == name)?.Installation;
        var installation = new Installation(
            name, userId, Secret(), Secret(), known?.ApplicationToken ?? Secret(), known?.ClientId ?? $"local.{Secret(bytes: 7)}", known?.ClientSecret ?? Secret(bytes: 25));
        _grants.Add(new Grant(installation, new Caller(name, userId, IsApplication: true, isAdmin, scopes), now));
        return installation;
    }

    /// <summary>A token of an installed application for a user: the one it has while it lives, or a new one.</summary>
    public Installation? TokenFor(string name, long userId, DateTimeOffset now)
    {
        if (_grants.FindLast(grant => grant.Installation.Name == name) is not { } known)
            return null;
        var living = _grants.FindLast(grant => grant.Installation.Name == name && grant.Installation.UserId == userId && grant.At + TokenLife > now);
        return living?.Installation ?? Install(name, userId, known.Caller.IsAdmin && known.Caller.UserId == userId, known.Caller.Scopes, now);
    }

    /// <summary>The caller whose token it is; an unknown or old one is an error.</summary>
    public Caller Find(string token, DateTimeOffset now)
    {
        Grant? found = null;
        foreach (var grant in _grants)
        {
            if (Credentials.Same(token, grant.Installation.AccessToken))
                found = grant;
        }

        if (found is null)
            throw RestError.Of("NO_AUTH_FOUND");
        return found.At + TokenLife > now ? found.Caller : throw RestError.Of("expired_token");
    }

    /// <summary>New tokens for a refresh token, which is used up by it; null where any of the three secrets is wrong.</summary>
    public Installation? Renew(string clientId, string clientSecret, string refreshToken, DateTimeOffset now)
    {
        Grant? found = null;
        foreach (var grant in _grants)
        {
            var fits = Credentials.Same(refreshToken, grant.Installation.RefreshToken)
                & Credentials.Same(clientSecret, grant.Installation.ClientSecret) & Credentials.Same(clientId, grant.Installation.ClientId);
            if (fits && grant.At + RefreshLife > now)
                found = grant;
        }

        if (found is null)
            return null;
        var renewed = Install(found.Installation.Name, found.Installation.UserId, found.Caller.IsAdmin, found.Caller.Scopes, now);
        _grants.Remove(found);
        return renewed;
    }

    public static string Secret(int bytes = 16) => Convert.ToHexString(RandomNumberGenerator.GetBytes(bytes)).ToLower(CultureInfo.InvariantCulture);
}
