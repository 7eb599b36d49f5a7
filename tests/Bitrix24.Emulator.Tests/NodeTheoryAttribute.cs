namespace Bitrix24.Emulator.Tests;

/// <summary>A theory that needs Node.js and npm, and is skipped with this reason where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute()
    {
        if (NodeSdk.Missing is { } program)
            Skip = $"The tests of the official JavaScript SDK need Node.js 20 or newer and npm; {program} was not found in PATH.";
    }
}
