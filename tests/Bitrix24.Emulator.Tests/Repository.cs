namespace Bitrix24.Emulator.Tests;

/// <summary>Files of the repository that tests read.</summary>
internal static class Repository
{
    public static string Path(string relative)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "Bitrix24.Analyzers.sln")))
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return System.IO.Path.Combine(folder, relative);
    }
}
