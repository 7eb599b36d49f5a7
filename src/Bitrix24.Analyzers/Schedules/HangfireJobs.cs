using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Hangfire: <c>RecurringJob.AddOrUpdate&lt;Sync&gt;("sync", x => x.RunAsync(), Cron.Hourly)</c>, and the same of a manager.</summary>
sealed class HangfireJobs : ScheduleRecogniser
{
    static readonly ScheduleTable Crons = new("Hangfire.tsv");

    public override bool MayBe(OutlinedBody body) => Names(body, "AddOrUpdate");

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        foreach (var call in body.Calls("AddOrUpdate"))
        {
            if (IsRecurring(call, body) && Job(call) is var (lambda, generic, index) && Cron(call, index) is { } cron && Stated(cron, body) is { } stated && Code(lambda, generic, body) is { } code)
                yield return new EntryPoint(SimpleName.Syntax(call.Expression)!.Identifier.GetLocation(), Called(lambda) is { } called ? SimpleName.Of(called.Expression)! : "the job", code, stated.Schedule, stated.IsDefault);
        }
    }

    static bool IsRecurring(InvocationExpressionSyntax call, SchedulingBody body) => body.IsOf(call, "Hangfire")
        && (body.IsBound(call) || (SimpleName.Of(Arguments.Receiver(call)) is { } receiver && (receiver.IndexOf("Recurring", StringComparison.OrdinalIgnoreCase) >= 0 || receiver.EndsWith("JobManager", StringComparison.OrdinalIgnoreCase))));

    /// <summary>The code, the call that may give its type, and which argument it is: it may be wrapped in <c>Job.FromExpression</c>.</summary>
    static (LambdaExpressionSyntax Lambda, InvocationExpressionSyntax Generic, int Index)? Job(InvocationExpressionSyntax call)
    {
        var arguments = call.ArgumentList.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Expression is LambdaExpressionSyntax lambda)
                return (lambda, call, i);
            if (arguments[i].Expression is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LambdaExpressionSyntax wrapped }, ..] } made && SimpleName.Of(made.Expression) == "FromExpression")
                return (wrapped, made, i);
        }

        return null;
    }

    static ExpressionSyntax? Cron(InvocationExpressionSyntax call, int job)
    {
        var arguments = call.ArgumentList.Arguments;
        return (arguments.FirstOrDefault(static a => a.NameColon?.Name.Identifier.ValueText == "cronExpression") ?? (job + 1 < arguments.Count ? arguments[job + 1] : null))?.Expression;
    }

    static StatedSchedule? Stated(ExpressionSyntax cron, SchedulingBody body) => body.Durations.Definition(cron) switch
    {
        LambdaExpressionSyntax { ExpressionBody: { } made } => Stated(made, body),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => Stated(choice.Right, body) is { } fallback ? fallback with { IsDefault = true } : null,
        var member when Crons.Has(SimpleName.Of(member)) && body.DurationsAt(member) is { } durations && (member.SyntaxTree != body.Semantics.SyntaxTree || body.IsOf(member, "Hangfire")) => Crons.Read(member, durations),
        _ => StatedSchedule.Cron(body.Durations.Text(cron)),
    };

    /// <summary>The one call that a job consists of.</summary>
    static InvocationExpressionSyntax? Called(LambdaExpressionSyntax job) => job.ExpressionBody as InvocationExpressionSyntax;

    /// <summary>A job of a library that is not there says nothing of its parameter's type; the type argument does.</summary>
    static RunCode? Code(LambdaExpressionSyntax job, InvocationExpressionSyntax generic, SchedulingBody body)
    {
        if (Called(job) is not { } called || body.IsBound(called) || SimpleName.Syntax(generic.Expression) is not GenericNameSyntax { TypeArgumentList.Arguments: [var argument] })
            return body.CodeOf(job);
        var method = (body.Semantics.GetSymbolInfo(argument, body.Cancellation).Symbol as INamedTypeSymbol)?.GetMembers(SimpleName.Of(called.Expression) ?? "").OfType<IMethodSymbol>().FirstOrDefault();
        return method is not null && body.Model.Implementation(method.OriginalDefinition, called, body.Semantics) is { } code ? new RunCode(code) : null;
    }
}
