using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// Reads from one body which jobs it has run, and when: Quartz's <c>ScheduleJob</c> and <c>AddTrigger</c>, Coravel's
/// <c>Schedule&lt;Job&gt;()</c>, and methods and records of the user that are given a job and a cron expression.
/// </summary>
/// <param name="jobs">Names of the classes that are jobs.</param>
sealed class JobRegistrations(SchedulingBody body, HashSet<string> jobs)
{
    /// <summary>A job in a local that is made of a local.</summary>
    const int MaxDepth = 4;

    readonly TriggerReader _triggers = new(body);

    public IEnumerable<(INamedTypeSymbol Job, JobKind Kind, StatedSchedule Stated)> Read()
    {
        foreach (var call in body.Member.DescendantNodes().OfType<ExpressionSyntax>().Where(static e => Arguments.List(e) is not null))
        {
            var name = Made(call);
            var (job, stated) = name switch
            {
                "ScheduleJob" => Scheduled(call),
                "AddTrigger" => Triggered(Arguments.List(call)!.Arguments.Select(static a => a.Expression)),
                "AddJob" => default,
                _ when IsCoravel(name) => (JobIn(call), CoravelTasks.Stated((InvocationExpressionSyntax)call, body)),
                _ => (JobOf(Mentions(call).FirstOrDefault()), Given(call)),
            };
            if (job is not null && stated is not null)
                yield return (job, IsCoravel(name) ? JobClasses.Coravel : JobClasses.Quartz, stated);
        }
    }

    static bool IsCoravel(string? name) => name is "Schedule" or "ScheduleWithParams" or "ScheduleInvocableType";

    static string? Made(ExpressionSyntax call) => call is InvocationExpressionSyntax invocation ? SimpleName.Of(invocation.Expression) : null;

    /// <summary><c>ScheduleJob(job, trigger)</c>, <c>ScheduleJob&lt;Job&gt;(t => …)</c>, or a trigger that says itself whose it is.</summary>
    (INamedTypeSymbol? Job, StatedSchedule? Stated) Scheduled(ExpressionSyntax call)
    {
        var arguments = Arguments.List(call)!.Arguments.Select(static a => a.Expression).ToList();
        if (JobOf(Mentions(call).FirstOrDefault()) is { } generic)
            return (generic, _triggers.Stated(arguments));
        return arguments.Count > 1 && JobIn(arguments[0]) is { } job ? (job, _triggers.Stated(arguments.Skip(1))) : Triggered(arguments);
    }

    (INamedTypeSymbol? Job, StatedSchedule? Stated) Triggered(IEnumerable<ExpressionSyntax> trigger)
    {
        var parts = trigger.ToList();
        var given = parts.SelectMany(p => _triggers.Calls(p)).Where(static c => SimpleName.Of(c.Call.Expression) == "ForJob").Select(static c => c.Call.ArgumentList.Arguments.FirstOrDefault()?.Expression).FirstOrDefault();
        return given is null ? default : (JobIn(given) ?? ByKey(given), _triggers.Stated(parts));
    }

    /// <summary>The job that has been added under a key, in the same body.</summary>
    INamedTypeSymbol? ByKey(ExpressionSyntax key)
    {
        if (Key(key) is not { } name)
            return null;
        foreach (var identity in body.Calls("AddJob", "WithIdentity"))
        {
            if (identity.ArgumentList.Arguments.Any(a => a.Expression is not AnonymousFunctionExpressionSyntax && Key(a.Expression) == name) && JobIn(Whole(identity)) is { } job)
                return job;
        }

        return null;
    }

    /// <summary>The registration that a call is part of: up to a statement, or to the code of a larger one.</summary>
    static ExpressionSyntax Whole(ExpressionSyntax call)
    {
        var whole = call;
        foreach (var node in call.Ancestors())
        {
            if (node is StatementSyntax or MemberDeclarationSyntax || (node is InvocationExpressionSyntax invocation && SimpleName.Of(invocation.Expression) is { } name && name.StartsWith("AddQuartz", StringComparison.Ordinal)))
                break;
            if (node is ExpressionSyntax expression)
                whole = expression;
        }

        return whole;
    }

    /// <summary>The text of a key, or the name of what holds it.</summary>
    string? Key(ExpressionSyntax key)
    {
        var definition = body.Durations.Definition(key);
        var named = SimpleName.Of(definition is ObjectCreationExpressionSyntax creation ? creation.Type : Arguments.Receiver(definition)) == "JobKey" || definition is ImplicitObjectCreationExpressionSyntax
            ? Arguments.List(definition)?.Arguments.FirstOrDefault()?.Expression
            : definition;
        return named is null ? null : body.Durations.Text(named).Value ?? (key as IdentifierNameSyntax)?.Identifier.ValueText;
    }

    /// <summary>A cron expression beside a job: <c>new JobSchedule(typeof(Job), "0 */5 * * * ?")</c>.</summary>
    StatedSchedule? Given(ExpressionSyntax call) => Mentions(call).Any()
        ? StatedSchedule.MostFrequent(Arguments.List(call)!.Arguments.Where(static a => a.Expression is not (AnonymousFunctionExpressionSyntax or TypeOfExpressionSyntax)).Select(a => StatedSchedule.Cron(body.Durations.Text(a.Expression))))
        : null;

    /// <summary>The job that an expression is made of, or that its name stands for.</summary>
    INamedTypeSymbol? JobIn(ExpressionSyntax expression, int depth = 0)
    {
        if (expression.DescendantNodesAndSelf().Select(JobType).FirstOrDefault(static t => t is not null) is { } type)
            return JobOf(type);
        return depth < MaxDepth && _triggers.Value(expression) is { } value ? JobIn(value, depth + 1) : null;
    }

    /// <summary>The jobs that a call itself names, as a type argument or as <c>typeof</c>.</summary>
    IEnumerable<TypeSyntax> Mentions(ExpressionSyntax call)
    {
        if (call is InvocationExpressionSyntax invocation && SimpleName.Syntax(invocation.Expression) is { } name && JobType(name) is { } generic)
            yield return generic;
        foreach (var argument in Arguments.List(call)!.Arguments)
        {
            if (argument.Expression is TypeOfExpressionSyntax && JobType(argument.Expression) is { } given)
                yield return given;
        }
    }

    TypeSyntax? JobType(SyntaxNode node)
    {
        var type = node switch
        {
            TypeOfExpressionSyntax typeOf => typeOf.Type,
            GenericNameSyntax { TypeArgumentList.Arguments: [var only, ..] } => only,
            _ => null,
        };
        return SimpleName.Of(type) is { } name && jobs.Contains(name) ? type : null;
    }

    INamedTypeSymbol? JobOf(TypeSyntax? type) => type is null ? null : body.Model.SemanticModelOf(type.SyntaxTree)?.GetSymbolInfo(type, body.Cancellation).Symbol as INamedTypeSymbol;
}
