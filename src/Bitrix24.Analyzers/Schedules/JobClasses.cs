using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>A library's interface for classes that it runs, and the method of it that they implement.</summary>
sealed record JobKind(string Interface, string Method, string Namespace);

/// <summary>Classes that a library runs, and that are told it somewhere else, or by an attribute that carries a cron expression.</summary>
sealed class JobClasses(JobKind kind) : ScheduleRecogniser
{
    public static readonly JobKind Quartz = new("IJob", "Execute", "Quartz");

    public static readonly JobKind Coravel = new("IInvocable", "Invoke", "Coravel");

    public override bool MayBe(OutlinedBody body) => body.Name == kind.Method && body.Member is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax };

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        if (body is not { Method: { } method, Member: MethodDeclarationSyntax declaration } || !Library.IsA(method.ContainingType, kind.Interface, kind.Namespace))
            yield break;
        var stated = StatedSchedule.MostFrequent(Attributed((TypeDeclarationSyntax)declaration.Parent!, body).Append(body.Model.Jobs.Of(method)));
        // Jobs of Coravel are queued too; those of Quartz are there to be scheduled.
        if (stated is null && kind != Quartz)
            yield break;
        yield return new EntryPoint(declaration.Identifier.GetLocation(), method.Name, new RunCode(method), stated?.Schedule, stated?.IsDefault ?? false);
    }

    static IEnumerable<StatedSchedule?> Attributed(TypeDeclarationSyntax job, SchedulingBody body) =>
        job.AttributeLists.SelectMany(static l => l.Attributes).SelectMany(static a => a.ArgumentList?.Arguments ?? default).Select(a => StatedSchedule.Cron(body.Durations.Text(a.Expression)));
}
