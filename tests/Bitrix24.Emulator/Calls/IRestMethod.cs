namespace Bitrix24.Emulator.Calls;

/// <summary>A REST method of version 2.</summary>
internal interface IRestMethod
{
    /// <summary>The name as documented; calls may spell it in any letter case.</summary>
    string Name { get; }

    /// <summary>The permission that a webhook or application needs; empty when none.</summary>
    string Scope { get; }

    Reply Answer(Call call, World world);
}

/// <summary>A method given as a function.</summary>
internal sealed record RestMethod(string Name, string Scope, Func<Call, World, Reply> Body) : IRestMethod
{
    /// <summary>True when an incoming webhook may not call it.</summary>
    public bool NeedsApplication { get; init; }

    /// <summary>True when no batch may hold it, as for files.</summary>
    public bool NotInBatch { get; init; }

    public Reply Answer(Call call, World world) => NeedsApplication && !call.Caller.IsApplication
        ? throw RestError.Of("WRONG_AUTH_TYPE")
        : Body(call, world);
}
