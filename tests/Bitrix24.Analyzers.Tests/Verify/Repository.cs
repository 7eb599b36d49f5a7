namespace Bitrix24.Analyzers.Tests.Verify;

/// <summary>The repository that the tests run in: documents and lists are held against the code.</summary>
static class Repository
{
    public static string Root { get; } = Find();

    static string Find()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Bitrix24.Analyzers.sln")))
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("The tests do not run inside of the repository.");
        return directory;
    }
}
