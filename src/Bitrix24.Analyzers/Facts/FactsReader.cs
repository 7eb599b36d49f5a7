using System.Collections.Immutable;
using Bitrix24.Analyzers.Outline;
using Bitrix24.Analyzers.Recognition;
using Bitrix24.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.Facts;

/// <summary>Reads the facts of one body. Only calls whose name could lead to a REST call are bound.</summary>
sealed class FactsReader
{
    readonly RestModel _model;
    readonly SemanticModel _semantics;
    readonly SyntaxNode _body;
    readonly CallReader _calls;
    readonly DurationReader _figures;
    readonly FrameReader _frames;
    readonly CancellationToken _cancellation;
    readonly bool _hasEvidence;

    FactsReader(RestModel model, SemanticModel semantics, SyntaxNode body, IMethodSymbol? owner, CancellationToken cancellation)
    {
        _model = model;
        _semantics = semantics;
        _body = body;
        _cancellation = cancellation;
        _hasEvidence = (TreeOutline.Of(body.SyntaxTree, cancellation).SignsAt(body) & Signs.Evidence) != Signs.None;
        _calls = new CallReader(model, semantics, owner, cancellation);
        _figures = new DurationReader(model, semantics, cancellation);
        _frames = new FrameReader(model, semantics, body, owner, _figures, cancellation);
    }

    public static BodyFacts Read(RestModel model, SemanticModel semantics, SyntaxNode body, IMethodSymbol? owner, CancellationToken cancellation) =>
        new FactsReader(model, semantics, body, owner, cancellation).Read();

    BodyFacts Read()
    {
        var calls = ImmutableArray.CreateBuilder<CallFact>();
        foreach (var node in BodySyntax.Within(_body))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (node is not ExpressionSyntax expression || !CouldCall(expression) || _calls.Read(expression) is not { } call)
                continue;
            foreach (var frames in _frames.Read(expression))
                calls.Add(call with { Frames = frames, Conditional = _frames.IsConditional(expression) });
        }

        var statements = BodySyntax.Statements(_body);
        return new BodyFacts(calls.ToImmutable(), calls.Count == 0 ? 0 : new Pauses(_figures).In(statements).Value);
    }

    bool CouldCall(ExpressionSyntax expression)
    {
        var name = expression switch
        {
            InvocationExpressionSyntax invocation => SimpleName.Of(invocation.Expression),
            ObjectCreationExpressionSyntax creation => SimpleName.Of(creation.Type),
            ImplicitObjectCreationExpressionSyntax => "",
            MemberAccessExpressionSyntax access when access.Parent is not InvocationExpressionSyntax => access.Name.Identifier.ValueText,
            IdentifierNameSyntax identifier when IsBareName(identifier) => identifier.Identifier.ValueText,
            _ => null,
        };
        if (name is null)
            return false;
        if (name.Length == 0 || (_model.Reach.Of(new NameUse(name, SimpleName.Syntax(NamedBy(expression)) is { } simple ? CallArguments.Of(simple) : NameUse.NotCalled)) & Signs.Sends) != Signs.None || _model.Wrappers.Names(name))
            return true;
        return expression is InvocationExpressionSyntax call && (_calls.IsDelegateName(call) || _calls.HandsOnDelegate(call) || _model.KnownClients.MayBe(name) || (_hasEvidence && call.ArgumentList.Arguments.Count > 0 && VocabularyCalls.NameSends(name)));
    }

    static ExpressionSyntax NamedBy(ExpressionSyntax expression) => expression is ObjectCreationExpressionSyntax creation ? creation.Type : expression;

    /// <summary>A name that stands for a property that is read, or for a method that is handed over.</summary>
    static bool IsBareName(IdentifierNameSyntax identifier) => identifier.Parent switch
    {
        InvocationExpressionSyntax or TypeSyntax or BaseObjectCreationExpressionSyntax or TypeOfExpressionSyntax => false,
        MemberAccessExpressionSyntax access => access.Expression == identifier,
        CastExpressionSyntax cast => cast.Expression == identifier,
        ExpressionSyntax or ArgumentSyntax or EqualsValueClauseSyntax or StatementSyntax or ArrowExpressionClauseSyntax or InterpolationSyntax => true,
        _ => false,
    };
}
