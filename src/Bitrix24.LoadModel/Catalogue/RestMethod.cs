namespace Bitrix24.LoadModel;

/// <summary>One method of the Bitrix24 REST API, such as <c>crm.deal.update</c>.</summary>
public sealed record RestMethod
{
    /// <summary>The documented spelling, or <c>crm.*.list</c> for a template. Never part of a URL before the name.</summary>
    public required string Name { get; init; }

    /// <summary>The permission that the caller needs, such as <c>crm</c> or <c>basic</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>What the method does.</summary>
    public required RestMethodKind Kind { get; init; }

    /// <summary>Whether a call may change the portal; true where it is not known.</summary>
    public required bool IsWrite { get; init; }

    /// <summary>Where this knowledge comes from.</summary>
    public RestMethodOrigin Origin { get; init; }

    /// <summary>The entity in lower case, such as <c>crm.deal</c>; the word that <see cref="RestEvent.Entity"/> uses.</summary>
    public string Entity { get; init; } = "";

    /// <summary>Whether the answer comes in pages.</summary>
    public Certainty Paging { get; init; }

    /// <summary>The parameter that turns the page, such as <c>start</c>; empty when there is none.</summary>
    public string PageParameter { get; init; } = "";

    /// <summary>Rows of one page when the caller asks for nothing else; null when not documented.</summary>
    public int? PageSize { get; init; }

    /// <summary>The most rows of one page that a caller can ask for; null when not documented.</summary>
    public int? MaximumPageSize { get; init; }

    /// <summary>Whether <c>start=-1</c> with a filter on the id is known to work, so that the server counts no rows.</summary>
    public Certainty StartMinusOne { get; init; }

    /// <summary>Whether <c>batch</c> may hold this method.</summary>
    public bool IsBatchable { get; init; } = true;

    /// <summary>The spelling of the id in rows and filters: <c>id</c> or <c>ID</c>; empty when not documented.</summary>
    public string IdField { get; init; } = "";

    /// <summary>How the filter takes an array of ids.</summary>
    public IdArrayFilter IdArrayFilter { get; init; }

    /// <summary>Whether the filter takes <c>&gt;ID</c>, which keyset paging needs.</summary>
    public Certainty GreaterThanFilter { get; init; }

    /// <summary>The path of the field list, such as <c>select</c>; empty when there is none.</summary>
    public string SelectParameter { get; init; } = "";

    /// <summary>The path of the filter, such as <c>filter</c> or <c>params.filter</c>; empty when there is none.</summary>
    public string FilterParameter { get; init; } = "";

    /// <summary>The path of the order, such as <c>order</c> or <c>order+sort</c>; empty when there is none.</summary>
    public string OrderParameter { get; init; } = "";

    /// <summary>The shape of <c>result</c>: <c>array</c>, <c>int</c>, <c>object:items</c>…; empty when not documented.</summary>
    public string ResultShape { get; init; } = "";

    /// <summary>Whether the answer is a dictionary that seldom changes and can be kept.</summary>
    public bool IsReferenceData { get; init; }

    /// <summary>The generation of the API.</summary>
    public RestVersion Version { get; init; }

    /// <summary>What replaces a deprecated method, or <c>yes</c>; empty when it is not deprecated.</summary>
    public string Deprecation { get; init; } = "";

    /// <summary>Whether the method needs an application (OAuth) and refuses a webhook; unknown where that is only likely.</summary>
    public Certainty ApplicationOnly { get; init; }

    /// <summary>The page in the documentation, such as <c>api-reference/crm/deals/crm-deal-add.md</c>; empty when there is none.</summary>
    public string DocumentationPath { get; init; } = "";

    /// <summary>Whether the answer is known to come in pages.</summary>
    public bool IsPaged => Paging == Certainty.Yes;

    /// <summary>Whether <c>start=-1</c> is known to work.</summary>
    public bool SupportsStartMinusOne => StartMinusOne == Certainty.Yes;

    /// <summary>Whether the vendor discourages the method.</summary>
    public bool IsDeprecated => Deprecation.Length > 0;

    /// <summary>Whether the name has no dot (<c>batch</c>, <c>profile</c>), so that the name alone proves little.</summary>
    public bool IsOneSegment => Name.IndexOf('.') < 0;
}
