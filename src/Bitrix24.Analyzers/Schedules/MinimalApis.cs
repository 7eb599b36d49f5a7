using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Handlers of minimal APIs: <c>app.MapGet("/deals", ReadAsync)</c>.</summary>
sealed class MinimalApis : ScheduleRecogniser
{
    static readonly string[] Members = ["MapGet", "MapPost", "MapPut", "MapDelete", "MapPatch", "MapMethods"];

    public override bool MayBe(OutlinedBody body) => Names(body, Members);

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        foreach (var call in body.Calls(Members))
        {
            if (call.ArgumentList.Arguments is { Count: > 1 } arguments && body.IsOf(call, "Microsoft.AspNetCore.Builder") && body.CodeOf(arguments[arguments.Count - 1].Expression) is { } code)
                yield return new EntryPoint(SimpleName.Syntax(call.Expression)!.Identifier.GetLocation(), code.Piece is null ? code.Method!.Name : "the handler", code, Schedule.PerWebRequest);
        }
    }
}
