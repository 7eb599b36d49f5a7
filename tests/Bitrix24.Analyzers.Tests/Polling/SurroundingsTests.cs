using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>What a round looks at besides its rows.</summary>
public sealed class SurroundingsTests
{
    const string Title = "deal.GetProperty(\"TITLE\").GetString()!";

    /// <summary>Members of the service beside the poll.</summary>
    static string With(string members, string program) => program.Replace("    public int Count", Inside("    " + members, 1) + "\n    public int Count", StringComparison.Ordinal);

    static Task Fixes(string members, string work, string parameters = "new { start }", string after = "new { start, filter = changed.Filter }") =>
        PollCase.Fixes(PollCase.ChangedSince, With(members, Every(Pages(Row(work), parameters))), With(members, Every(Changed(Pages(Row(work), after)), Since, "while")));

    static Task Stays(string members, string work, string parameters = "new { start }") => PollCase.Stays(With(members, Every(Pages(Row(work), parameters))));

    [Theory]
    [InlineData("private readonly bool enabled = true;", "if (enabled)\n    Show(deal);")]
    [InlineData("private bool enabled = true;", "if (enabled)\n    Show(deal);")]
    [InlineData("private readonly HashSet<string> wanted = new() { \"a\" };", $"if (wanted.Contains({Title}))\n    Show(deal);")]
    [InlineData("private readonly HashSet<string> wanted = new() { \"a\" };\npublic int Wanted => wanted.Count;", $"if (wanted.Contains({Title}))\n    Show(deal);")]
    [InlineData("private static readonly Dictionary<string, string> Words = new() { [\"a\"] = \"b\" };", $"if (Words.TryGetValue({Title}, out var word))\n    Console.WriteLine(word);")]
    [InlineData("private readonly Limits limits = new();\nprivate sealed class Limits\n{\n    public int Least { get; set; } = 5;\n}", $"if ({Title}.Length > limits.Least)\n    Show(deal);")]
    public Task ItStays(string members, string work) => Fixes(members, work);

    [Theory]
    [InlineData("private bool enabled;\npublic void Enable() => enabled = true;", "if (enabled)\n    Show(deal);")]
    [InlineData("private readonly HashSet<string> wanted = new();\npublic void Want(string title) => wanted.Add(title);", $"if (wanted.Contains({Title}))\n    Show(deal);")]
    [InlineData("private HashSet<string> wanted = new();\npublic void Want(HashSet<string> titles) => wanted = titles;", $"if (wanted.Contains({Title}))\n    Show(deal);")]
    [InlineData("public HashSet<string> Wanted { get; } = new();", $"if (Wanted.Contains({Title}))\n    Show(deal);")]
    [InlineData("public string Wanted { get; set; } = \"\";", $"if ({Title} == Wanted)\n    Show(deal);")]
    [InlineData("public static int Least;", $"if ({Title}.Length > Least)\n    Show(deal);")]
    [InlineData("private readonly Limits limits = new();\npublic void Set() => limits.Least = 7;\nprivate sealed class Limits\n{\n    public int Least { get; set; } = 5;\n}", $"if ({Title}.Length > limits.Least)\n    Show(deal);")]
    [InlineData("private decimal rate = 1;\npublic void Load(decimal value) => rate = value;\nprivate string Worth(string text) => text + rate;", $"Console.WriteLine(Worth({Title}));")]
    [InlineData("public interface IMonitor\n{\n    string Current { get; }\n}\n\nprivate readonly IMonitor monitor = null!;", $"if ({Title} == monitor.Current)\n    Show(deal);")]
    public Task ItChanges(string members, string work) => Stays(members, work);

    /// <summary>A mirror that somebody else empties would be full again after the next full read.</summary>
    [Theory]
    [InlineData("public void Reset() => titles.Clear();")]
    [InlineData("public IDictionary<string, string> Titles => titles;")]
    public Task AMirrorIsChangedElsewhere(string members) => Stays(members, "titles[deal.GetProperty(\"ID\").GetString()!] = \"\";");

    [Theory]
    [InlineData("public int Known => titles.Count;")]
    [InlineData("public IReadOnlyDictionary<string, string> Titles => titles;")]
    public Task AMirrorIsShown(string members) => Fixes(members, "titles[deal.GetProperty(\"ID\").GetString()!] = \"\";");

    [Fact]
    public Task AVariableIsChangedByAnotherFunction() => PollCase.Stays(Every(Pages(Row("if (isOn)\n    Show(deal);")), "var isOn = false;\nConsole.CancelKeyPress += (_, _) => isOn = true;\n"));

    [Fact]
    public Task AVariableIsSetAhead() => PollCase.Fixes(
        PollCase.ChangedSince, Every(Pages(Row("if (isOn)\n    Show(deal);")), "var isOn = stop.CanBeCanceled;\n"),
        Every(Changed(Pages(Row("if (isOn)\n    Show(deal);"), "new { start, filter = changed.Filter }")), "var isOn = stop.CanBeCanceled;\n" + Since, "while"));

    [Fact]
    public Task AFilterStays() => Fixes("private readonly string stage = \"NEW\";", "Show(deal);", "new { start, filter = new { STAGE_ID = stage } }", "new { start, filter = new Dictionary<string, object> { [\"STAGE_ID\"] = stage, [changed.Name] = changed.Value } }");

    [Theory]
    [InlineData("private string stage = \"NEW\";\npublic void Move(string to) => stage = to;")]
    [InlineData("public string stage { get; set; } = \"NEW\";")]
    public Task AFilterChanges(string members) => Stays(members, "Show(deal);", "new { start, filter = new { STAGE_ID = stage } }");
}
