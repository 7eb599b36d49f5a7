using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>A call of <c>HttpClient</c> itself: the REST method is cut out of the address, the parameters out of the content or the query.</summary>
static class SenderShape
{
    public static CallShape? Of(ref CallSite site)
    {
        var current = site;
        if (site.Call.Expression is not MemberAccessExpressionSyntax { Expression: var client, Name.Identifier.ValueText: var name } || !IsHttpClient(site.Semantics.GetTypeInfo(client).Type)
            || site.Call.ArgumentList.Arguments is not [{ NameColon: null, Expression: var given }, ..] arguments || !(site.Plan.IsAsync || site.Plan.BlocksOnTask))
            return null;
        var inlined = new HashSet<StatementSyntax>();
        ExpressionSyntax Resolve(ExpressionSyntax value) => Initializer(value, current, inlined);
        if (AddressText.Of(given, site.Finding[FixPayload.RestMethod]!, site.Semantics, Resolve) is not { } address || address.Fixed.Any(f => MentionsLoop(f, current)) || MentionsLoop(client, current))
            return null;
        var rest = arguments.Skip(name == "GetAsync" ? 1 : 2).ToList();
        if (rest.Exists(a => MentionsLoop(a, current)))
            return null;
        var others = string.Concat(rest.Select(static a => ", " + a));
        var shape = name switch
        {
            "GetAsync" => Get(site, address, client, others),
            "PostAsync" when arguments.Count > 1 && address.Query.Length == 0 && ContentText.Of(arguments[1].Expression, site.Semantics, Resolve) is { } content => Post(site, address, client, content, others),
            "PostAsJsonAsync" when arguments.Count > 1 && address.Query.Length == 0 => PostAsJson(site, address, client, Resolve(arguments[1].Expression), others),
            _ => null,
        };
        if (shape is null || shape.Senders.Any(static s => s.IndexOf('\n') >= 0))
            return null;
        var slice = site.Plan.Slice.RemoveAll(inlined.Contains);
        site = site with { Plan = site.Plan with { Slice = slice, BeforeGuard = site.Plan.Slice.Take(site.Plan.BeforeGuard).Count(s => !inlined.Contains(s)) } };
        return shape;
    }

    static bool IsHttpClient(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type is { Name: "HttpClient", ContainingNamespace: { } space } && space.ToDisplayString() == "System.Net.Http")
                return true;
        }

        return false;
    }

    /// <summary>What a local that only the call needs stands for.</summary>
    static ExpressionSyntax Initializer(ExpressionSyntax value, CallSite site, HashSet<StatementSyntax> inlined)
    {
        if (value is not IdentifierNameSyntax name || site.Semantics.GetSymbolInfo(value).Symbol is not ILocalSymbol)
            return value;
        var makers = site.Plan.Moved.Where(s => s.DescendantNodes().Any(n => n is VariableDeclaratorSyntax v && v.Identifier.ValueText == name.Identifier.ValueText
            || n is IdentifierNameSyntax i && i.Identifier.ValueText == name.Identifier.ValueText && i.Parent is AssignmentExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax)).ToList();
        var uses = site.Plan.Loop.DescendantNodes().OfType<IdentifierNameSyntax>().Count(n => n.Identifier.ValueText == name.Identifier.ValueText);
        if (uses != 1 || makers is not [LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: [{ Initializer.Value: var initializer }] } only] || initializer is ImplicitObjectCreationExpressionSyntax)
            return value;
        inlined.Add(only);
        return Initializer(initializer, site, inlined);
    }

    static bool MentionsLoop(SyntaxNode node, CallSite site) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(n =>
        site.Semantics.GetSymbolInfo(n).Symbol is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol && site.Semantics.GetSymbolInfo(n).Symbol!.DeclaringSyntaxReferences.Any(r => site.Plan.Loop.Span.Contains(r.Span)));

    static string Command(CallSite site, AddressText address, string parameters) => $"Bitrix24Batch.Command({SymbolDisplay.FormatLiteral(address.Method, quote: true)}{(parameters.Length == 0 ? "" : ", " + parameters)})";

    static CallShape? Get(CallSite site, AddressText address, ExpressionSyntax client, string others)
    {
        if (TypeText.Of("System.Net.Http.StringContent", site) is not { } content || TypeText.Of("System.Text.Encoding", site) is not { } encoding)
            return null;
        var (method, body) = (site.Names.TakeForLambda("method", "restMethod"), site.Names.TakeForLambda("body", "batchBody"));
        var sent = $"{client}.PostAsync({address.For(method)}, new {content}({body}, {encoding}.UTF8, \"application/x-www-form-urlencoded\"){others})";
        return address.Query.Length == 0 ? null : new CallShape(Command(site, address, address.QueryText), [$"(string {method}, string {body}) => {Waiting(site, sent)}"]);
    }

    static CallShape? Post(CallSite site, AddressText address, ExpressionSyntax client, ContentText content, string others)
    {
        var (method, body) = (site.Names.TakeForLambda("method", "restMethod"), site.Names.TakeForLambda("body", "batchBody"));
        if (content.Web && !CamelCase.Keeps(content.Parameters, site.Semantics, keys: false))
            return null;
        var type = content.Type.StartsWith("System.", StringComparison.Ordinal) && TypeText.Of("System.Collections.Generic.List`1", site)?.StartsWith("System.", StringComparison.Ordinal) == false
            ? content.Type.Replace("System.Collections.Generic.", "") : content.Type;
        var sent = $"{client}.PostAsync({address.For(method)}, {content.With(body)}{others})";
        return new CallShape(Command(site, address, site.Layout.Code(content.Parameters, site.CommandDepth)), [$"(string {method}, {type} {body}) => {Waiting(site, sent)}"]);
    }

    static CallShape? PostAsJson(CallSite site, AddressText address, ExpressionSyntax client, ExpressionSyntax parameters, string others)
    {
        if (!CamelCase.Keeps(parameters, site.Semantics, keys: false) || others.IndexOf("Options", StringComparison.OrdinalIgnoreCase) >= 0)
            return null;
        var (method, body) = (site.Names.TakeForLambda("method", "restMethod"), site.Names.TakeForLambda("body", "batchBody"));
        var sent = $"{client}.PostAsJsonAsync({address.For(method)}, {body}{others})";
        return new CallShape(Command(site, address, site.Layout.Code(parameters, site.CommandDepth)), [$"(string {method}, object {body}) => {Waiting(site, sent)}"]);
    }

    static string Waiting(CallSite site, string sent) => site.Plan.IsAsync ? sent
        : WrapperShape.Blocking(site, SyntaxFactory.ParseExpression(sent));
}
