using System.Collections.Immutable;
using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Finds the entry points that one tree states. Members that names already rule out are not bound.</summary>
sealed class EntryPointReader(RestModel model, SemanticModel semantics, CancellationToken cancellation)
{
    static readonly ImmutableArray<ScheduleRecogniser> Recognisers = ImmutableArray.Create<ScheduleRecogniser>(
        new PausingLoops(),
        new DueTimes(),
        new Timers(),
        new RearmedTimers(),
        new DesignerTimers(),
        new HangfireJobs(),
        new CoravelTasks(),
        new JobClasses(JobClasses.Quartz),
        new JobClasses(JobClasses.Coravel),
        new TimerTriggers(),
        new ProgramStarts(),
        new WebRequests(),
        new MinimalApis());

    public IEnumerable<EntryPoint> EntryPoints()
    {
        model.Use(semantics);
        if (GeneratedCode.Is(semantics.SyntaxTree, cancellation))
            yield break;
        foreach (var body in TreeOutline.Of(semantics.SyntaxTree, cancellation).Bodies)
        {
            cancellation.ThrowIfCancellationRequested();
            if (body.Member is TypeDeclarationSyntax or LocalFunctionStatementSyntax || !model.Reach.CouldSend(body))
                continue;
            SchedulingBody? scheduling = null;
            foreach (var recogniser in Recognisers)
            {
                if (!recogniser.MayBe(body))
                    continue;
                scheduling ??= new SchedulingBody(model, semantics, body.Member, semantics.GetDeclaredSymbol(body.Member, cancellation) as IMethodSymbol, cancellation);
                foreach (var entry in recogniser.Read(scheduling))
                    yield return entry;
            }
        }
    }
}
