using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>The same program with <see cref="Simulated"/> in place of the members of .NET that wait, ask for the time or reach for the network.</summary>
sealed class Redirection(SemanticModel semantics) : CSharpSyntaxRewriter
{
    const string Ours = "global::Bitrix24.EndToEnd.Tests.Simulated";

    static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["System.Threading.Timer"] = Ours + ".ThreadingTimer",
        ["System.Timers.Timer"] = Ours + ".EventTimer",
    };

    static readonly Dictionary<string, string> Members = new(StringComparer.Ordinal)
    {
        ["System.Threading.Tasks.Task.Delay"] = "Delay",
        ["System.Threading.Tasks.Task.Run"] = "Run",
        ["System.Threading.Thread.Sleep"] = "Sleep",
        ["System.Threading.Tasks.Parallel.ForEachAsync"] = "ForEachAsync",
        ["System.TimeProvider.System"] = "Clock",
        ["System.DateTime.UtcNow"] = "UtcNow",
        ["System.DateTime.Now"] = "UtcNow",
        ["System.DateTimeOffset.UtcNow"] = "UtcNowOffset",
        ["System.DateTimeOffset.Now"] = "UtcNowOffset",
    };

    public static Compilation Of(Compilation compilation)
    {
        var redirected = compilation.AddReferences(MetadataReference.CreateFromFile(typeof(Simulated).Assembly.Location));
        foreach (var tree in compilation.SyntaxTrees)
            redirected = redirected.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(new Redirection(compilation.GetSemanticModel(tree)).Visit(tree.GetRoot()), tree.Options));
        return redirected;
    }

    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node) =>
        !node.IsVar && semantics.GetSymbolInfo(node).Symbol is INamedTypeSymbol type && Types.TryGetValue(type.ToDisplayString(), out var ours)
            ? ParseTypeName(ours).WithTriviaFrom(node)
            : base.VisitIdentifierName(node);

    public override SyntaxNode? VisitQualifiedName(QualifiedNameSyntax node) =>
        semantics.GetSymbolInfo(node).Symbol is INamedTypeSymbol type && Types.TryGetValue(type.ToDisplayString(), out var ours)
            ? ParseTypeName(ours).WithTriviaFrom(node)
            : base.VisitQualifiedName(node);

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        var symbol = semantics.GetSymbolInfo(node).Symbol;
        if (symbol is INamedTypeSymbol type && Types.TryGetValue(type.ToDisplayString(), out var ours))
            return ParseExpression(ours).WithTriviaFrom(node);
        if (symbol is { IsStatic: true } && Members.TryGetValue($"{symbol.ContainingType}.{symbol.Name}", out var member))
            return ParseExpression($"{Ours}.{member}").WithTriviaFrom(node);
        return symbol is IPropertySymbol { Name: "Result", ContainingType: { Name: "Task" } holder } && IsTask(holder)
            ? Call("Result", Visit(node.Expression), node)
            : base.VisitMemberAccessExpression(node);
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var symbol = semantics.GetSymbolInfo(node).Symbol as IMethodSymbol;
        return (symbol, node.Expression) switch
        {
            ({ Name: "GetResult" }, MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter" } awaiter } })
                when IsTask(semantics.GetTypeInfo(awaiter.Expression).Type) => Call(symbol.ReturnsVoid ? "Wait" : "Result", Visit(awaiter.Expression), node),
            // Whoever asks for no thread in particular would go on beside the time.
            ({ Name: "ConfigureAwait", Parameters: [_] }, MemberAccessExpressionSyntax configured) when IsTask(symbol.ContainingType) => Visit(configured.Expression)!.WithTriviaFrom(node),
            ({ Name: "Wait", Parameters: [] } waits, MemberAccessExpressionSyntax wait) when IsTask(waits.ContainingType) => Call("Wait", Visit(wait.Expression), node),
            ({ Name: "WaitOne", Parameters: [_] }, MemberAccessExpressionSyntax handle) =>
                Call("WaitOne", Visit(handle.Expression), node, ((ArgumentListSyntax)Visit(node.ArgumentList)).Arguments),
            _ => base.VisitInvocationExpression(node),
        };
    }

    public override SyntaxNode? VisitObjectCreationExpression(ObjectCreationExpressionSyntax node) =>
        ((ObjectCreationExpressionSyntax)base.VisitObjectCreationExpression(node)!) is var made && Added(node) is { } argument ? made.WithArgumentList((made.ArgumentList ?? ArgumentList()).AddArguments(argument)) : made;

    public override SyntaxNode? VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node) =>
        ((ImplicitObjectCreationExpressionSyntax)base.VisitImplicitObjectCreationExpression(node)!) is var made && Added(node) is { } argument ? made.WithArgumentList(made.ArgumentList.AddArguments(argument)) : made;

    ArgumentSyntax? Added(BaseObjectCreationExpressionSyntax creation) => (semantics.GetSymbolInfo(creation).Symbol as IMethodSymbol) switch
    {
        { ContainingType.Name: "PeriodicTimer", Parameters: [_] } => Argument(ParseExpression(Ours + ".Clock")),
        { ContainingType.Name: "HttpClient", Parameters: [] } => Argument(ParseExpression(Ours + ".Network()")),
        _ => null,
    };

    static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" } && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";

    static InvocationExpressionSyntax Call(string member, SyntaxNode? receiver, SyntaxNode around, IEnumerable<ArgumentSyntax>? others = null) =>
        InvocationExpression(ParseExpression($"{Ours}.{member}"), ArgumentList(SeparatedList([Argument(((ExpressionSyntax)receiver!).WithoutTrivia()), .. others ?? []]))).WithTriviaFrom(around);
}
