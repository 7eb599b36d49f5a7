using System.Reflection;
using System.Runtime.Loader;
using Bitrix24.Emulator;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>What came of running a program on a portal of its own.</summary>
/// <param name="Printed">What it wrote.</param>
/// <param name="Failure">The exception that it ended in, or null.</param>
/// <param name="State">All rows of the portal afterwards.</param>
/// <param name="Writes">The calls that change something, in order, with the error they ended in.</param>
/// <param name="Requests">HTTP requests.</param>
/// <param name="Executions">By method, alone or in a batch.</param>
sealed record Run(string Printed, string? Failure, string State, string Writes, long Requests, IReadOnlyDictionary<string, long> Executions)
{
    public static async Task<Run> OfAsync(UserProject project, int n, Func<Task<Portal>> start)
    {
        using var image = new MemoryStream();
        var emitted = (await project.CompileAsync()).Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        var context = new AssemblyLoadContext("Acme", isCollectible: true);
        try
        {
            var main = context.LoadFromStream(image).GetType("Program", throwOnError: true)!.GetMethod("RunAsync", BindingFlags.Public | BindingFlags.Static)!;
            await using var portal = await start();
            portal.ResetCounters();
            return await OfAsync(main, n, portal);
        }
        finally
        {
            context.Unload();
        }
    }

    static async Task<Run> OfAsync(MethodInfo main, int n, Portal portal)
    {
        await using var printed = new StringWriter { NewLine = "\n" };
        string? failure = null;
        try
        {
            await main.CreateDelegate<Func<string, int, TextWriter, Task>>()(portal.WebhookUrl.TrimEnd('/'), n, printed);
        }
        catch (Exception e)
        {
            failure = e.GetType().FullName + ": " + e.Message;
        }

        var counters = portal.Counters;
        return new(
            printed.ToString(),
            failure?.Replace(portal.WebhookUrl, "…/", StringComparison.Ordinal),
            portal.State(),
            string.Join("\n", portal.Calls.Where(static c => IsWrite(c.Method)).Select(static c => c.Method + (c.Error is null ? "" : " " + c.Error))),
            counters.Requests,
            counters.Methods.ToDictionary(static m => m.Key, static m => m.Value.Commands, StringComparer.OrdinalIgnoreCase));
    }

    static bool IsWrite(string method) => RestCatalogue.Default.TryFind(method, out var known) && known.IsWrite && known.Name != "batch";
}
