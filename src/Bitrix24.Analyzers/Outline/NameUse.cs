namespace Bitrix24.Analyzers.Outline;

/// <summary>A member name as it is used: with this many arguments, or, where nothing is called, <see cref="NotCalled"/>.</summary>
readonly record struct NameUse(string Name, int Arguments)
{
    public const int NotCalled = -1;
}

/// <summary>The numbers of arguments by which a member can be called; a property or constructor that is only named has any.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
readonly record struct Arity(int Least, int Most)
{
    /// <summary>A call of an extension method leaves its receiver out.</summary>
    public bool Takes(int arguments) => arguments == NameUse.NotCalled || (arguments >= Least - 1 && arguments <= Most);
}
