namespace Bitrix24.Analyzers;

/// <summary>What a rule tells its code fix, as the strings that a diagnostic can carry.</summary>
static class FixPayload
{
    /// <summary>The REST method, lower-case, when it is known as a whole.</summary>
    public const string RestMethod = "restMethod";
}
