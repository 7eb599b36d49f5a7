using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>What a value in a wrapper is to the REST call that it makes.</summary>
enum Role
{
    /// <summary>Nothing to it: an address, a token, a constant.</summary>
    Other,

    /// <summary>The REST method.</summary>
    Method,

    /// <summary>The address that ends in the REST method.</summary>
    Address,

    /// <summary>The parameters.</summary>
    Parameters,

    /// <summary>Parameters as a query-string text that has to end up in the address.</summary>
    Query,

    /// <summary>A question mark and the query-string text behind it.</summary>
    Tail,

    /// <summary>The address with the query-string text at its end.</summary>
    Asked,

    /// <summary>The parameters as text.</summary>
    Written,

    /// <summary>The parameters as HTTP content or as bytes, or a request that is to carry them.</summary>
    Content,

    /// <summary>A <c>WebRequest</c> or a <c>WebClient</c>.</summary>
    Request,

    /// <summary>The stream that takes the body of a <c>WebRequest</c>, or a writer over it.</summary>
    Stream,

    /// <summary>The HTTP response.</summary>
    Response,

    /// <summary>The text of the whole response.</summary>
    Text,

    /// <summary>The whole response as a JSON document.</summary>
    Document,

    /// <summary>The member <c>result</c> of the response as JSON.</summary>
    Result,

    /// <summary>The whole response, or its member <c>result</c>, read into a type.</summary>
    Typed,

    /// <summary>Something else that the response says, such as its error.</summary>
    Said,

    /// <summary>An exception that is thrown.</summary>
    Nothing,
}

/// <summary>A value, and for one that was read into a type how that was done.</summary>
readonly record struct Value(Role Role, Reading? Reading = null)
{
    public static readonly Value Other = new(Role.Other);

    public bool IsOfResponse => Role is Role.Response or Role.Text or Role.Document or Role.Result or Role.Typed or Role.Said;

    public bool IsOfRequest => Role is Role.Method or Role.Address or Role.Asked or Role.Query or Role.Tail or Role.Parameters or Role.Written or Role.Content or Role.Request or Role.Stream;
}

/// <summary>How a wrapper makes a value of a JSON text.</summary>
/// <param name="Library">Which library reads.</param>
/// <param name="Type">The type that is read, in terms of the wrapper's own type parameters.</param>
/// <param name="Options">The options or settings that the library is given, or null.</param>
/// <param name="Web">The library's defaults are those for the web.</param>
/// <param name="OfResult">What is read is the member <c>result</c>.</param>
sealed record Reading(JsonLibrary Library, ITypeSymbol Type, IOperation? Options, bool Web, bool OfResult);

enum JsonLibrary
{
    SystemText,
    Newtonsoft,
}
