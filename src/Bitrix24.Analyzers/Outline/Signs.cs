namespace Bitrix24.Analyzers.Outline;

/// <summary>What a piece of syntax could have to do with a REST call, judged by names and literals alone.</summary>
[Flags]
enum Signs
{
    None = 0,

    /// <summary>It could reach a member that sends a request.</summary>
    Sends = 1,

    /// <summary>It has a REST method, an address with <c>/rest/</c>, or a name like Bitrix24.</summary>
    Evidence = 2,

    Both = Sends | Evidence,
}
