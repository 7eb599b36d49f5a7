using Bitrix24.Analyzers.Outline;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>
/// How often the job classes of a compilation run, as registrations anywhere in it say. It is read when the first job is met,
/// once, in the order of the trees; only bodies that name a job are looked into.
/// </summary>
sealed class JobSchedules
{
    readonly Dictionary<IMethodSymbol, StatedSchedule> _schedules = new(SymbolEqualityComparer.Default);

    public JobSchedules(RestModel model)
    {
        var jobs = JobNames(model);
        foreach (var body in model.Outlines.SelectMany(static o => o.Bodies))
        {
            if (body.Member is TypeDeclarationSyntax or LocalFunctionStatementSyntax || !Array.Exists(body.Names, use => jobs.Contains(use.Name)) || model.SemanticModelOf(body.Member.SyntaxTree) is not { } semantics)
                continue;
            foreach (var (job, kind, stated) in new JobRegistrations(new SchedulingBody(model, semantics, body.Member, null, CancellationToken.None), jobs).Read())
                Add(job, kind, stated);
        }
    }

    public StatedSchedule? Of(IMethodSymbol method) => _schedules.TryGetValue(method.OriginalDefinition, out var stated) ? stated : null;

    /// <summary>What runs is the method of the class, or the one that it inherits. Of several triggers the most frequent counts.</summary>
    void Add(INamedTypeSymbol job, JobKind kind, StatedSchedule stated)
    {
        for (var type = job; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(kind.Method).OfType<IMethodSymbol>().FirstOrDefault()?.OriginalDefinition is not { } method)
                continue;
            _schedules[method] = StatedSchedule.MostFrequent([Of(method), stated])!;
            return;
        }
    }

    /// <summary>Names of classes with the interface of a job, or derived from one that has it.</summary>
    static HashSet<string> JobNames(RestModel model)
    {
        var types = model.Outlines.SelectMany(static o => o.Types).ToList();
        var bases = new HashSet<string>([JobClasses.Quartz.Interface, JobClasses.Coravel.Interface], StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (types.Where(t => t.Bases.Any(bases.Contains) && names.Add(t.Name)).ToList() is { Count: > 0 } found)
            bases.UnionWith(found.Select(static t => t.Name));
        return names;
    }
}
