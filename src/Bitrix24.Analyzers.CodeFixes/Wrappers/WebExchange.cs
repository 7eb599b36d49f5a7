using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>What has been read so far of the one request that a wrapper makes by <c>WebRequest</c> or <c>WebClient</c>.</summary>
sealed class WebExchange
{
    const string Form = "application/x-www-form-urlencoded";
    const string Json = "application/json";

    readonly Dictionary<Step, IReadOnlyList<SyntaxNode>> _steps = [];

    /// <summary>Its parts, each of which has one place in the source.</summary>
    public enum Step
    {
        Made,
        Asked,
        Filled,
        Sent,
    }

    /// <summary>The request is a POST whatever happens.</summary>
    public bool Posts { get; set; }

    /// <summary>A <c>WebClient</c> writes in UTF-8.</summary>
    public bool WritesUtf8 { get; set; }

    public bool IsForm { get; private set; }

    public bool IsJson { get; private set; }

    /// <summary>A query-string text goes into the address, and a form into the body.</summary>
    public bool TakesFormAndQuery => IsForm && Has(Step.Asked) && Has(Step.Sent);

    public bool Has(Step step) => _steps.ContainsKey(step);

    /// <summary>Whether this is the only place where the step is made.</summary>
    public bool Takes(Step step, IReadOnlyList<SyntaxNode> place)
    {
        if (!_steps.TryGetValue(step, out var before))
            _steps.Add(step, before = place);
        return before.SequenceEqual(place);
    }

    /// <summary>Whether it is one of the content types that Bitrix24 reads, and the only one.</summary>
    public bool TakesContentType(string? type)
    {
        var parts = (type ?? "").Split(';').Select(static p => p.Trim()).ToList();
        IsForm |= parts[0].Equals(Form, StringComparison.OrdinalIgnoreCase);
        IsJson |= parts[0].Equals(Json, StringComparison.OrdinalIgnoreCase);
        return IsForm != IsJson && parts.Skip(1).All(static p => p.Length == 0 || p.Replace("\"", "").Equals("charset=utf-8", StringComparison.OrdinalIgnoreCase));
    }
}
