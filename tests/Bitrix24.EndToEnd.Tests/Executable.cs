using System.Reflection;
using System.Runtime.Loader;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>A user's project, compiled and loaded.</summary>
sealed class Executable : IDisposable
{
    readonly AssemblyLoadContext _context = new("Acme", isCollectible: true);

    Executable(Stream image) =>
        Main = _context.LoadFromStream(image).GetType("Program", throwOnError: true)!
            .GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<Func<string, int, TextWriter, Task>>();

    public Func<string, int, TextWriter, Task> Main { get; }

    public static async Task<Executable> OfAsync(UserProject project)
    {
        using var image = new MemoryStream();
        var emitted = (await project.CompileAsync()).Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return new(image);
    }

    public void Dispose() => _context.Unload();
}
