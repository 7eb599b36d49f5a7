using System.Collections.Immutable;
using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Finds the entry points that one tree states. Members that names already rule out are not bound.</summary>
/// <param name="occasional">Whether to look also for what somebody starts, once or by a web request: only who has configured sizes or rates hears of it.</param>
sealed class EntryPointReader(RestModel model, SemanticModel semantics, bool occasional, CancellationToken cancellation)
{
    static readonly ImmutableArray<ScheduleRecogniser> Recurring = ImmutableArray.Create<ScheduleRecogniser>(
        new PausingLoops(),
        new DueTimes(),
        new Timers(),
        new RearmedTimers(),
        new DesignerTimers(),
        new HangfireJobs(),
        new CoravelTasks(),
        new JobClasses(JobClasses.Quartz),
        new JobClasses(JobClasses.Coravel),
        new TimerTriggers());

    static readonly ImmutableArray<ScheduleRecogniser> All = Recurring.Add(new ProgramStarts()).Add(new WebRequests()).Add(new MinimalApis());

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
            foreach (var recogniser in occasional ? All : Recurring)
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
