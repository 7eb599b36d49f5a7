using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.CodeFixes.Wrappers;

/// <summary>What the source of a wrapper says about it.</summary>
sealed class WrapperFacts
{
    /// <summary>How the parameters are written: more than one way where there are several branches.</summary>
    public List<Writing> Writings { get; } = [];

    /// <summary>What it gives back.</summary>
    public Value Answer { get; set; }

    /// <summary>It looks at the response before it returns, and may throw for it.</summary>
    public bool Judges { get; set; }

    /// <summary>The request is a POST.</summary>
    public bool Posts { get; set; }

    /// <summary>A text that it is given goes into the request as JSON.</summary>
    public bool TakesJson { get; set; }

    /// <summary>It adds a token to the caller's own dictionary.</summary>
    public bool ChangesParameters { get; set; }

    /// <summary>Why nothing is known, or null.</summary>
    public string? Refusal { get; private set; }

    public void Refuse(string why) => Refusal ??= why;
}

/// <summary>How a wrapper turns parameters into text.</summary>
/// <param name="Form">As form fields; else as JSON.</param>
/// <param name="Library">Which library writes JSON.</param>
/// <param name="Options">The options or settings that the library is given, or null.</param>
/// <param name="Web">The library's defaults are those for the web, so that names of properties become camelCase.</param>
sealed record Writing(bool Form, JsonLibrary Library = JsonLibrary.SystemText, IOperation? Options = null, bool Web = false);
