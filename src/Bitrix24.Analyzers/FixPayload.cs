namespace Bitrix24.Analyzers;

/// <summary>What a rule tells its code fix, as the strings that a diagnostic can carry.</summary>
static class FixPayload
{
    /// <summary>The one REST method that a round calls, when it is known as a whole; absent where a round makes several different calls.</summary>
    public const string RestMethod = "restMethod";

    /// <summary>How the site calls it: one of <see cref="CallsSender"/>, <see cref="CallsWrapper"/>, <see cref="CallsHelper"/>.</summary>
    public const string Shape = "shape";

    /// <summary>The site is a member of an HTTP client.</summary>
    public const string CallsSender = "sender";

    /// <summary>The site gives the REST method to a wrapper, as the parameter <see cref="MethodParameter"/>.</summary>
    public const string CallsWrapper = "wrapper";

    /// <summary>The site calls a method that makes the call out of sight.</summary>
    public const string CallsHelper = "helper";

    /// <summary>The ordinal of the parameter, of the unreduced method, that carries the REST method.</summary>
    public const string MethodParameter = "methodParameter";

    /// <summary><c>true</c> where the REST method changes something on the portal.</summary>
    public const string Writes = "writes";

    /// <summary>What else calls the portal in the same loop: one of <see cref="OthersNone"/>, <see cref="OthersRead"/>, <see cref="OthersWrite"/>.</summary>
    public const string Others = "others";

    public const string OthersNone = "none";

    public const string OthersRead = "read";

    public const string OthersWrite = "write";

    /// <summary>
    /// The other calls of the same loop, where each of them is one known write as this one is; absent where any is not, and where there is none.
    /// One entry a call, entries parted by <c>;</c>, each with the distance of its name from this one's in characters, the
    /// REST method, the shape, the ordinal of the parameter or nothing, and the name, parted by <c>,</c>.
    /// </summary>
    public const string Companions = "companions";

    /// <summary>How a poll can learn what changed, the first to be offered first, parted by <c>;</c>: <see cref="ChangedSince"/>, <see cref="Offline"/>, <see cref="Online"/>.</summary>
    public const string Ways = "ways";

    public const string ChangedSince = "changed_since";

    public const string Offline = "offline";

    public const string Online = "online";

    /// <summary>The field by which rows that changed are found; absent where there is none.</summary>
    public const string ChangedField = "changedField";

    /// <summary>Events that tell of rows that are new or changed, parted by <c>;</c>.</summary>
    public const string Events = "events";

    /// <summary>The event that tells of rows that were deleted; absent where there is none.</summary>
    public const string Deletion = "deletion";

    /// <summary>The way that the configuration chooses; absent where it chooses none.</summary>
    public const string Chosen = "chosen";
}
