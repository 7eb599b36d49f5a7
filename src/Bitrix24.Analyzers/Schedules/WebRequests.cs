using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Symbols;
using Bitrix24.LoadModel;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Schedules;

/// <summary>Methods that answer a web request: actions of controllers, handlers of pages, Azure functions with an HTTP trigger.</summary>
sealed class WebRequests : ScheduleRecogniser
{
    static readonly string[] Namespaces = ["Microsoft.AspNetCore.Mvc", "System.Web.Mvc", "System.Web.Http"];

    public override bool MayBe(OutlinedBody body) => body.Member is MethodDeclarationSyntax { Parent: ClassDeclarationSyntax } method
        && (method.Modifiers.Any(SyntaxKind.PublicKeyword) || FunctionTrigger.Of(method, "HttpTrigger") is not null);

    public override IEnumerable<EntryPoint> Read(SchedulingBody body)
    {
        if (body is { Method: { MethodKind: MethodKind.Ordinary } method, Member: MethodDeclarationSyntax declaration } && (IsFunction(declaration, body) || IsAction(method, declaration) || IsPageHandler(method)))
            yield return new EntryPoint(declaration.Identifier.GetLocation(), method.Name, new RunCode(method), Schedule.PerWebRequest);
    }

    static bool IsFunction(MethodDeclarationSyntax declaration, SchedulingBody body) => FunctionTrigger.Of(declaration, "HttpTrigger") is { } trigger && FunctionTrigger.IsOfFunctions(trigger, body);

    static bool IsAction(IMethodSymbol method, MethodDeclarationSyntax declaration) =>
        method is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, ContainingType: var type } && !Has(declaration.AttributeLists, "NonAction")
        && (Library.IsA(type, "ControllerBase", Namespaces) || Library.IsA(type, "Controller", Namespaces) || Library.IsA(type, "ApiController", Namespaces) || HasApiAttribute(type));

    static bool IsPageHandler(IMethodSymbol method) => method.DeclaredAccessibility == Accessibility.Public && (method.Name.StartsWith("OnGet", StringComparison.Ordinal) || method.Name.StartsWith("OnPost", StringComparison.Ordinal))
        && Library.IsA(method.ContainingType, "PageModel", "Microsoft.AspNetCore.Mvc");

    static bool Has(SyntaxList<AttributeListSyntax> lists, string attribute) => lists.Any(l => l.Attributes.Any(a => AttributeName.Is(a, attribute)));

    static bool HasApiAttribute(INamedTypeSymbol type) =>
        type.GetAttributes().Any(static a => a.AttributeClass is { Name: "ApiControllerAttribute" or "ApiController" } attribute && Library.Fits(attribute, Namespaces));
}
