namespace Bitrix24.Analyzers.Configuration;

/// <summary>How code proves to a portal who it is.</summary>
enum PortalAuth
{
    Unknown,

    /// <summary>By the address of an incoming webhook. It cannot subscribe to events.</summary>
    Webhook,

    /// <summary>By the token of an application.</summary>
    OAuth,
}
