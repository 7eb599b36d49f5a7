using System.Globalization;
using System.Security.Cryptography;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Http;

namespace Bitrix24.Emulator;

/// <summary>An installed application as a test sees it: its tokens are secrets.</summary>
public sealed record Installation(string Name, long UserId, string AccessToken, string ApplicationToken)
{
    /// <summary>Says nothing of the tokens.</summary>
    public override string ToString() => $"application {Name} for user {UserId}";
}

/// <summary>The applications that are installed, and their access tokens.</summary>
internal sealed class Applications
{
    /// <summary>How long an access token lives.</summary>
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(1);

    private readonly List<(Installation Installation, Caller Caller, DateTimeOffset Expires)> _tokens = [];

    public Installation Install(string name, long userId, bool isAdmin, IReadOnlySet<string>? scopes, DateTimeOffset now)
    {
        var known = _tokens.Find(token => token.Installation.Name == name).Installation;
        var installation = new Installation(name, userId, Secret(), known?.ApplicationToken ?? Secret());
        _tokens.Add((installation, new Caller(name, userId, IsApplication: true, isAdmin, scopes), now + TokenLife));
        return installation;
    }

    /// <summary>A token of an installed application for a user: the one it has while it lives, or a new one.</summary>
    public Installation? TokenFor(string name, long userId, DateTimeOffset now)
    {
        if (_tokens.FindLast(token => token.Installation.Name == name) is not { Installation: not null } known)
            return null;
        var living = _tokens.FindLast(token => token.Installation.Name == name && token.Installation.UserId == userId && token.Expires > now);
        return living.Installation ?? Install(name, userId, known.Caller.IsAdmin && known.Caller.UserId == userId, known.Caller.Scopes, now);
    }

    /// <summary>The caller whose token it is; an unknown or old one is an error.</summary>
    public Caller Find(string token, DateTimeOffset now)
    {
        (Installation, Caller Caller, DateTimeOffset Expires)? found = null;
        foreach (var known in _tokens)
        {
            if (Credentials.Same(token, known.Installation.AccessToken))
                found = known;
        }

        if (found is null)
            throw RestError.Of("NO_AUTH_FOUND");
        return found.Value.Expires > now ? found.Value.Caller : throw RestError.Of("expired_token");
    }

    public static string Secret(int bytes = 16) => Convert.ToHexString(RandomNumberGenerator.GetBytes(bytes)).ToLower(CultureInfo.InvariantCulture);
}
