using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Whether a memory of rows is changed by anybody else.</summary>
public sealed class OwnStoreTests
{
    const string Remembers = "if (marks.Add(deal.GetProperty(\"ID\").GetString()!))\n    Show(deal);";

    static string With(string members, string program) => program.Replace("    public int Count", Inside("    " + members, 1) + "\n    public int Count", StringComparison.Ordinal);

    [Theory]
    [InlineData("private readonly HashSet<string> marks = new();")]
    [InlineData("private readonly HashSet<string> marks = new();\npublic int Marked => marks.Count;")]
    [InlineData("private readonly HashSet<string> marks = new();\npublic bool Has(string id) => marks.Contains(id);")]
    [InlineData("private readonly HashSet<string> marks = new();\npublic IEnumerable<string> All => marks;")]
    public Task ItIsTheRoundsOwn(string members) => PollCase.Fixes(
        PollCase.ChangedSince, With(members, Every(Pages(Row(Remembers)))), With(members, Every(Changed(Pages(Row(Remembers), "new { start, filter = changed.Filter }")), Since, "while")));

    [Theory]
    [InlineData("public HashSet<string> marks { get; } = new();")]
    [InlineData("internal readonly HashSet<string> marks = new();")]
    [InlineData("private readonly HashSet<string> marks = Shared;\npublic static HashSet<string> Shared { get; } = new();")]
    [InlineData("private readonly HashSet<string> marks = new();\npublic void Forget() => marks.Clear();")]
    [InlineData("private readonly HashSet<string> marks = new();\npublic HashSet<string> All => marks;")]
    [InlineData("private readonly HashSet<string> marks = new();\npublic object All() => new { marks };")]
    [InlineData("private readonly HashSet<string> marks = new();\npublic void Forget()\n{\n    if (marks is { Count: > 0 } all)\n        all.Clear();\n}")]
    [InlineData("private readonly HashSet<string> marks = new();\npublic void Forget() => (marks ?? seen).Clear();")]
    [InlineData("private HashSet<string> marks = new();\npublic void Forget() => marks = new();")]
    public Task OthersHaveIt(string members) => PollCase.Stays(With(members, Every(Pages(Row(Remembers)))));

    [Theory]
    [InlineData("var marks = new HashSet<string>();\nvar other = new List<HashSet<string>>();\nother.Add(marks);\n")]
    [InlineData("var marks = new HashSet<string>();\nvoid Forget() => marks.Clear();\nForget();\n")]
    [InlineData("var marks = new HashSet<string>();\nConsole.CancelKeyPress += (_, _) => marks.Clear();\n")]
    [InlineData("var marks = seen;\n")]
    public Task AVariableIsNotItsOwn(string before) => PollCase.Stays(Every(Pages(Row(Remembers)), before));

    [Theory]
    [InlineData("var marks = new HashSet<string>();\n")]
    [InlineData("var marks = new HashSet<string>();\nmarks.Add(\"7\");\n")]
    public Task AVariableIsItsOwn(string before) => PollCase.Fixes(
        PollCase.ChangedSince, Every(Pages(Row(Remembers)), before), Every(Changed(Pages(Row(Remembers), "new { start, filter = changed.Filter }")), before + Since, "while"));

    [Fact]
    public Task AnotherLoopWritesIt()
    {
        const string loops = "foreach (var deal in page.GetProperty(\"result\").EnumerateArray())\n{\n    if (titles.TryGetValue(deal.GetProperty(\"ID\").GetString()!, out var old) && old != deal.GetProperty(\"TITLE\").GetString())\n        Show(deal);\n    titles[deal.GetProperty(\"ID\").GetString()!] = deal.GetProperty(\"TITLE\").GetString()!;\n}\nforeach (var deal in page.GetProperty(\"result\").EnumerateArray())\n    titles[deal.GetProperty(\"ID\").GetString()!] = \"\";";
        return PollCase.Stays(Every(Pages(loops)));
    }
}
