using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Splitting;

/// <summary>A method of the user's that makes one REST call through a wrapper, and can be split around it.</summary>
/// <param name="Document">Where it is.</param>
/// <param name="Semantics">The model of its tree.</param>
/// <param name="Declaration">Its declaration.</param>
/// <param name="Call">The call that it makes.</param>
/// <param name="Wrapper">What it calls.</param>
/// <param name="MethodOrdinal">The ordinal of the wrapper's parameter that takes the REST method.</param>
/// <param name="Parameters">The argument with the parameters of the REST method, or null.</param>
/// <param name="Guards">Conditions under which it returns without the call, or null.</param>
sealed record CallingMethod(
    Document Document, SemanticModel Semantics, MethodDeclarationSyntax Declaration, InvocationExpressionSyntax Call, IMethodSymbol Wrapper, int MethodOrdinal, ArgumentSyntax? Parameters, LeadingGuards? Guards)
{
    public string ParametersName => Stem(Declaration.Identifier.ValueText) + "Parameters";

    public string SendsName => Stem(Declaration.Identifier.ValueText) + "Sends";

    /// <summary>Its statements behind the guards.</summary>
    public IEnumerable<StatementSyntax> Statements => (Declaration.Body?.Statements ?? default).Skip(Guards?.Statements.Count ?? 0);

    /// <summary>Who may use new members beside it: they show the same types, and are called from where it is called.</summary>
    public IEnumerable<SyntaxKind> Accessibility
    {
        get
        {
            var own = Declaration.Modifiers.Select(static m => m.Kind()).Where(static m => m is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PublicKeyword).ToList();
            return own.Count == 0 ? [SyntaxKind.PrivateKeyword] : own is [SyntaxKind.PublicKeyword] ? [SyntaxKind.InternalKeyword] : own;
        }
    }

    /// <summary>The modifiers of new members beside it, as code.</summary>
    public string Modifiers => string.Join(" ", (IsStatic ? Accessibility.Append(SyntaxKind.StaticKeyword) : Accessibility).Select(SyntaxFacts.GetText));

    public bool IsStatic => Declaration.Modifiers.Any(SyntaxKind.StaticKeyword);

    static string Stem(string name) => name.EndsWith("Async", StringComparison.Ordinal) && name.Length > "Async".Length ? name.Substring(0, name.Length - "Async".Length) : name;

    public static async Task<CallingMethod?> OfAsync(Document loop, IMethodSymbol method, string restMethod, CancellationToken cancellation)
    {
        if (method.ReducedFrom is not null || method.IsGenericMethod || method.ContainingType.IsGenericType || method.ContainingType.TypeKind != TypeKind.Class
            || method.IsVirtual || method.IsAbstract || method.IsOverride || method.PartialImplementationPart is not null || method.PartialDefinitionPart is not null
            || method.Parameters.Any(static p => p.RefKind != RefKind.None || p.IsParams) || method.DeclaringSyntaxReferences is not [var reference]
            || loop.Project.GetDocument(reference.SyntaxTree) is not { } document || await reference.GetSyntaxAsync(cancellation).ConfigureAwait(false) is not MethodDeclarationSyntax declaration
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false) is not { } semantics || declaration.ContainsDirectives || IsGenerated(document.FilePath))
            return null;

        var calls = declaration.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(c => (Call: c, Method: MethodArgument(c, restMethod, semantics))).Where(static c => c.Method is not null).ToList();
        if (calls.Count != 1 || !RunsOnce(calls[0].Call, declaration) || semantics.GetSymbolInfo(calls[0].Call, cancellation).Symbol is not IMethodSymbol { ReducedFrom: null } wrapper)
            return null;
        var (call, name) = (calls[0].Call, calls[0].Method!);
        var ordinal = Ordinal(name, wrapper);
        // Whatever else the call is given has to mean the same at the loop.
        var others = call.ArgumentList.Arguments.Where(a => a != name && !IsConstant(a.Expression, semantics)).ToList();
        return ordinal >= 0 && others.Count <= 1 ? new CallingMethod(document, semantics, declaration, call, wrapper, ordinal, others.FirstOrDefault(), LeadingGuards.Of(declaration, semantics)) : null;
    }

    static bool IsGenerated(string? path) => path is not null && (path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".Designer.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase));

    static ArgumentSyntax? MethodArgument(InvocationExpressionSyntax call, string restMethod, SemanticModel semantics) => call.ArgumentList.Arguments.FirstOrDefault(a =>
        semantics.GetConstantValue(a.Expression) is { HasValue: true, Value: string text } && string.Equals(text.Trim('/').Replace(".json", ""), restMethod, StringComparison.OrdinalIgnoreCase));

    static int Ordinal(ArgumentSyntax argument, IMethodSymbol method) => argument.NameColon is { } colon
        ? method.Parameters.FirstOrDefault(p => p.Name == colon.Name.Identifier.ValueText)?.Ordinal ?? -1
        : ((ArgumentListSyntax)argument.Parent!).Arguments.IndexOf(argument);

    static bool IsConstant(ExpressionSyntax value, SemanticModel semantics) => value is LiteralExpressionSyntax or DefaultExpressionSyntax
        || value is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "None", Expression: IdentifierNameSyntax { Identifier.ValueText: "CancellationToken" } } || semantics.GetConstantValue(value).HasValue;

    /// <summary>Nothing in the helper repeats the call, or leaves it to others when to run it.</summary>
    static bool RunsOnce(InvocationExpressionSyntax call, MethodDeclarationSyntax declaration) => call.Ancestors().TakeWhile(a => a != declaration).All(static a =>
        a is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            or QueryExpressionSyntax or ConditionalAccessExpressionSyntax or IfStatementSyntax or ConditionalExpressionSyntax or SwitchStatementSyntax or SwitchExpressionSyntax or CatchClauseSyntax or FinallyClauseSyntax));
}
