namespace Bitrix24.Analyzers.CodeFixes.Dependence;

/// <summary>What can be thrown on the way to a call.</summary>
enum Prelude
{
    MayThrow,

    /// <summary>Nothing, once the parameters of the call have been made: making them again throws nothing either.</summary>
    QuietOnceMade,

    /// <summary>Nothing, besides what is moved to the making of the parameters.</summary>
    Quiet,
}
