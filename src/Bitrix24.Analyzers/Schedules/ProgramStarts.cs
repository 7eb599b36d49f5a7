using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// Code that runs once in the life of a program: <c>Main</c>, top-level statements, the start of a hosted service. One that
/// waits in a loop without an end has the schedule of that loop.
/// </summary>
sealed class ProgramStarts : ScheduleRecogniser
{
    public override bool MayBe(OutlinedBody body) => body.Member is CompilationUnitSyntax or MethodDeclarationSyntax { Identifier.ValueText: "Main" or "StartAsync" or "ExecuteAsync" };

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        if (body.Method is { } method && Starts(method) && !PausingLoops.Has(body) && Place(body.Member) is { } place)
            yield return new EntryPoint(place, body.Member is CompilationUnitSyntax ? "the program" : method.Name, new RunCode(method), Schedule.Once);
    }

    static bool Starts(IMethodSymbol method) => method.Name switch
    {
        "StartAsync" => method.Parameters.Length == 1 && method.Parameters[0].Type.Name == "CancellationToken" && Library.IsA(method.ContainingType, "IHostedService", "Microsoft.Extensions.Hosting"),
        "ExecuteAsync" => Library.IsA(method.ContainingType, "BackgroundService", "Microsoft.Extensions.Hosting"),
        "Main" => method.IsStatic,
        _ => true,
    };

    static Location? Place(SyntaxNode member) => member is MethodDeclarationSyntax method ? method.Identifier.GetLocation()
        : (member as CompilationUnitSyntax)?.Members.OfType<GlobalStatementSyntax>().FirstOrDefault(static s => s.Statement is not LocalFunctionStatementSyntax)?.GetFirstToken().GetLocation();
}
