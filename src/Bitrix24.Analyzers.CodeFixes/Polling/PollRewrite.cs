using Bitrix24.Analyzers.CodeFixes.Rewriting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bitrix24.Analyzers.CodeFixes.Polling;

/// <summary>Puts the work of a round into a loop over what changed.</summary>
/// <param name="Changes">The variable or field that knows what changed.</param>
/// <param name="Changed">The condition of one read.</param>
/// <param name="Awaits">How it is waited for: <c>await</c> with what stands behind the call, or null where the round does not await.</param>
sealed record PollRewrite(string Changes, string Changed, string? Awaits)
{
    /// <summary>The block with its statements from the first to the last of <paramref name="work"/> in the loop.</summary>
    public BlockSyntax Wrap(BlockSyntax block, IReadOnlyList<StatementSyntax> work, Func<StatementSyntax, StatementSyntax> edit)
    {
        var layout = Layout.At(work[0]);
        var first = block.Statements.IndexOf(work[0]);
        var statements = block.Statements.ToList();
        statements.RemoveRange(first, work.Count);
        statements.InsertRange(first, [Loop(work, edit, layout), Confirm(layout)]);
        return block.WithStatements(SyntaxFactory.List(statements));
    }

    ForEachStatementSyntax Loop(IReadOnlyList<StatementSyntax> work, Func<StatementSyntax, StatementSyntax> edit, Layout layout)
    {
        var blank = work[0].GetLeadingTrivia().TakeWhile(static t => t.Kind() is SyntaxKind.EndOfLineTrivia).ToList();
        var moved = Indented.By(layout.Unit, work.Select(edit)).ToList();
        moved[0] = moved[0].WithLeadingTrivia(moved[0].GetLeadingTrivia().Skip(blank.Count));
        var header = $"foreach (var {Changed} in {Called("Next")}){layout.Break(0)}{{{layout.NewLine}{layout.Indentation(0)}}}";
        var loop = (ForEachStatementSyntax)SyntaxFactory.ParseStatement(header);
        return loop.WithStatement(((BlockSyntax)loop.Statement).WithStatements(SyntaxFactory.List(moved)))
            .WithLeadingTrivia(blank.Append(SyntaxFactory.Whitespace(layout.Indentation(0)))).WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine));
    }

    StatementSyntax Confirm(Layout layout) => SyntaxFactory.ParseStatement(Called("Confirm") + ";")
        .WithLeadingTrivia(SyntaxFactory.Whitespace(layout.Indentation(0))).WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine));

    string Called(string member) => Awaits is null ? $"{Changes}.{member}()" : $"await {Changes}.{member}Async(){Awaits}";
}
