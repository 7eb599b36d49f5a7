namespace Bitrix24.Analyzers.Schedules;

/// <summary>Which rows of a list a call asks for, the most first.</summary>
enum Selection
{
    /// <summary>All of them.</summary>
    Everything,

    /// <summary>Those that a filter leaves: nobody knows how many.</summary>
    Some,

    /// <summary>Those above or below some value: since a time, or with a number.</summary>
    Beyond,

    /// <summary>Those whose ids are given.</summary>
    Named,
}
