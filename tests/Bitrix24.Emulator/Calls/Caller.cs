namespace Bitrix24.Emulator.Calls;

/// <summary>Who calls: an incoming webhook or an application, named without its secret.</summary>
internal sealed record Caller(string Name, long UserId, bool IsApplication, bool IsAdmin, IReadOnlySet<string>? Scopes)
{
    /// <summary>The portal itself, which no limit and no counter sees.</summary>
    public static readonly Caller Portal = new("portal", 1, IsApplication: true, IsAdmin: true, Scopes: null);

    /// <summary>A person at work in the portal, whom no limit and no counter sees; events tell of what he does.</summary>
    public static readonly Caller Employee = Portal with { Name = "employee" };

    public bool Has(string scope) => scope.Length == 0 || Scopes is null || Scopes.Contains(scope);
}
