namespace Bitrix24.LoadModel;

/// <summary>What a REST method does, as far as its documentation tells.</summary>
public enum RestMethodKind
{
    /// <summary>Something else, or not known; to be treated as a write.</summary>
    Other,

    /// <summary>Reads one thing.</summary>
    Get,

    /// <summary>Reads rows.</summary>
    List,

    /// <summary>Creates, or sends something off: a repeat makes a second one.</summary>
    Add,

    /// <summary>Changes something that exists.</summary>
    Update,

    /// <summary>Removes.</summary>
    Delete,

    /// <summary>Describes the fields of an entity.</summary>
    Fields,

    /// <summary>Counts rows.</summary>
    Count,

    /// <summary>Ties two things together, or a handler to an event.</summary>
    Bind,
}

/// <summary>Where the knowledge of a REST method comes from.</summary>
public enum RestMethodOrigin
{
    /// <summary>The method is documented.</summary>
    Catalogue,

    /// <summary>A pattern that stands for several documented methods; only what they agree on is known.</summary>
    Template,

    /// <summary>An undocumented name below a known scope; its kind is guessed from its last segment.</summary>
    Guess,
}

/// <summary>The generation of the REST API that serves a method.</summary>
public enum RestVersion
{
    /// <summary>Under <c>/rest/</c>.</summary>
    V2,

    /// <summary>REST 3.0, under <c>/rest/api/</c>.</summary>
    V3,
}

/// <summary>An answer that the documentation may leave open.</summary>
public enum Certainty
{
    /// <summary>The documentation is silent.</summary>
    Unknown,

    /// <summary>Documented, or proved by use, not to be so.</summary>
    No,

    /// <summary>Documented, or proved by use, to be so.</summary>
    Yes,
}

/// <summary>How the filter of a list method takes several ids at once.</summary>
public enum IdArrayFilter
{
    /// <summary>It has no filter.</summary>
    None,

    /// <summary>It has a filter, and its page does not show one with an array.</summary>
    Unknown,

    /// <summary><c>filter[@ID] = [1, 2]</c></summary>
    AtPrefix,

    /// <summary><c>filter[ID] = [1, 2]</c></summary>
    PlainArray,

    /// <summary><c>["id", "in", [1, 2]]</c>, REST 3.0.</summary>
    InOperator,
}
