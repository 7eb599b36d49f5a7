using Bitrix24.Analyzers.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>What stands between a call and the beginning of its body, from the inside out.</summary>
abstract record Frame;

sealed record LoopFrame(Repetition Repetition) : Frame;

/// <summary>The code is handed, as the parameter at <paramref name="Ordinal"/>, to a method of the user that may run it.</summary>
sealed record DelegateFrame(IMethodSymbol Callee, int Ordinal) : Frame;

/// <summary>The result is kept: once for all, or once for each key.</summary>
/// <param name="Holder">The name of what keeps it, or null for a library's cache.</param>
/// <param name="Outlives">Whether what keeps it outlives the body.</param>
sealed record MemoFrame(string? Holder, Text? Key, bool Outlives) : Frame;

/// <summary>The code runs at another time: what stands around it does not repeat it, and its body does not cause it.</summary>
sealed record DetachedFrame : Frame;

enum CallKind
{
    /// <summary>A member of an HTTP client; <see cref="CallFact.Target"/> is the address.</summary>
    Send,

    /// <summary>A client that is known, configured, or recognised by the REST method it is given; the target is the method.</summary>
    Method,

    /// <summary>A method of the user.</summary>
    Call,

    /// <summary>A delegate that this body was given.</summary>
    Delegate,
}

/// <summary>One call of a body that may send REST calls.</summary>
/// <param name="Node">The invocation, object creation, property read or method group.</param>
/// <param name="Name">Where to point: the name that is called.</param>
/// <param name="Frames">From the inside out.</param>
/// <param name="Arguments">For <see cref="CallKind.Call"/>, one for each parameter, and behind them the object it is called on where that was made around a REST method.</param>
/// <param name="Conditional">Whether some round may go without it.</param>
/// <param name="Backed">The client itself is evidence: an SDK, or a wrapper of the configuration.</param>
/// <param name="MethodOrdinal">For <see cref="CallKind.Method"/>, the parameter that carries the REST method, or -1.</param>
sealed record CallFact(
    ExpressionSyntax Node,
    Location Name,
    string Display,
    CallKind Kind,
    IMethodSymbol? Callee,
    Text Target,
    System.Collections.Immutable.ImmutableArray<Text> Arguments,
    System.Collections.Immutable.ImmutableArray<Frame> Frames,
    bool Conditional,
    int MethodOrdinal = -1,
    bool Backed = false);

/// <summary>What one body does: its calls in the order of the source, and a pause that every run of it makes.</summary>
sealed record BodyFacts(System.Collections.Immutable.ImmutableArray<CallFact> Calls, double PauseSeconds)
{
    public static readonly BodyFacts None = new(System.Collections.Immutable.ImmutableArray<CallFact>.Empty, 0);
}
