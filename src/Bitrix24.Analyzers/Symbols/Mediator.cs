using Bitrix24.Analyzers.Outline;

namespace Bitrix24.Analyzers.Symbols;

/// <summary>The names by which a mediator's requests and their handlers find each other.</summary>
static class Mediator
{
    public static readonly string[] Senders = ["Send", "SendAsync", "Publish"];

    public static readonly string[] Handlers = ["IRequestHandler", "ICommandHandler", "IQueryHandler", "INotificationHandler"];

    public static readonly NameUse[] HandlerNames = [new("Handle", NameUse.NotCalled), new("HandleAsync", NameUse.NotCalled)];

    public static bool IsHandler(string baseName) => Array.IndexOf(Handlers, baseName) >= 0;
}
