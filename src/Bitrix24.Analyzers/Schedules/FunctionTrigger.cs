using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>What starts an Azure function: an attribute of one of its parameters.</summary>
static class FunctionTrigger
{
    public static AttributeSyntax? Of(SyntaxNode member, string name)
    {
        if (member is not MethodDeclarationSyntax method)
            return null;
        foreach (var parameter in method.ParameterList.Parameters)
        {
            foreach (var list in parameter.AttributeLists)
            {
                foreach (var attribute in list.Attributes)
                {
                    if (AttributeName.Is(attribute, name))
                        return attribute;
                }
            }
        }

        return null;
    }

    public static bool IsOfFunctions(AttributeSyntax trigger, SchedulingBody body) => Library.Fits(body.Semantics.GetSymbolInfo(trigger, body.Cancellation), "Microsoft.Azure.WebJobs", "Microsoft.Azure.Functions.Worker");
}
