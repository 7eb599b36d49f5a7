using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>A user's project, compiled and loaded.</summary>
sealed class Executable : IDisposable
{
    readonly AssemblyLoadContext _context = new("Acme", isCollectible: true);
    readonly Assembly _assembly;

    Executable(Stream image) => _assembly = _context.LoadFromStream(image);

    public Func<string, int, TextWriter, Task> Main => Method<Func<string, int, TextWriter, Task>>();

    public static async Task<Executable> OfAsync(UserProject project) => Of(await project.CompileAsync());

    public static Executable Of(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return new(image);
    }

    /// <summary><c>Program.RunAsync</c>.</summary>
    public T Method<T>()
        where T : Delegate => _assembly.GetType("Program", throwOnError: true)!.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!.CreateDelegate<T>();

    /// <summary>An event as the endpoint of the program takes it, where it has one.</summary>
    public void Receive(string name, string id) =>
        _assembly.GetType("Bitrix24ChangesParts.Inbox")?.GetMethod("Receive", BindingFlags.NonPublic | BindingFlags.Static)!.Invoke(null, [name, id]);

    public void Dispose() => _context.Unload();
}
