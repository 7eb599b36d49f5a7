using System.Globalization;
using CsCheck;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>Programs with a loop over calls, some of whose statements depend on earlier rounds, on answers, or on the portal.</summary>
static class RandomProgram
{
    static readonly Gen<string> Number = OneOf("id", "last", "id + 1", "total % 7 + 1", "ids[0]", "count", "Math.Max(1, id - 1)");

    static readonly Gen<string> Text = OneOf("$\"T{id}\"", "$\"T{total}\"", "names.LastOrDefault() ?? \"none\"", "\"a & b # c + d %\"", "$\"{id * 1.5m}\"", "title");

    static readonly Gen<string> Condition = OneOf("id % 2 == 0", "id % 3 == 1", "total > 20", "seen.Contains(id)", "names.Count > 2", "title.Length > 5", "seen.Add(id)", "count++ < 4");

    static readonly Gen<string> Plain = OneOf(
        "total += id;", "last = id;", "count++;", "seen.Add(id + 1);", "names.Add(title);", "output.WriteLine(total);", "output.WriteLine(id);", "title = $\"Round {id}\";", "title += \"!\";");

    static readonly Gen<string> Call = Gen.Frequency(
        (4, Number.Select(static id => $$"""output.WriteLine(Title(await bitrix.CallAsync("crm.deal.get", new { id = {{id}} })));""")),
        (3, Number.Select(static id => $$"""title = Title(await bitrix.CallAsync("crm.deal.get", new { id = {{id}} }));""")),
        (2, Number.Select(static id => $$"""names.Add(Title(await bitrix.CallAsync("crm.contact.get", new { id = {{id}} })));""")),
        (5, Gen.Select(Number, Text, static (id, text) => $$"""await bitrix.CallAsync("crm.deal.update", new { id = {{id}}, fields = new { TITLE = {{text}} } });""")),
        (3, Text.Select(static text => $$"""await bitrix.CallAsync("crm.deal.add", new { fields = new { TITLE = {{text}} } });""")),
        (2, Number.Select(static id => $$"""await helper.RenameAsync({{id}}, title);""")),
        (2, Number.Select(static id => $$"""output.WriteLine(await helper.ReadAsync({{id}}));""")));

    static readonly Gen<string> Leave = OneOf("continue;", "break;", "total++;");

    static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    static Gen<string> Statement(int depth) => depth == 0 ? Gen.Frequency((3, Plain), (4, Call)) : Gen.Frequency(
        (5, Plain),
        (6, Call),
        (2, Gen.Select(Condition, Leave, static (condition, leave) => $"if ({condition}) {leave}")),
        (2, Gen.Select(Condition, Block(depth - 1), static (condition, block) => $"if ({condition})\n{block}")),
        (1, Gen.Select(Condition, Block(depth - 1), Block(depth - 1), static (condition, one, other) => $"if ({condition})\n{one}\nelse\n{other}")),
        (1, Gen.Select(Block(depth - 1), Plain, static (block, handler) => $"try\n{block}\ncatch (Exception)\n{{\n{handler}\n}}")));

    static Gen<string> Block(int depth) => Statement(depth).List[1, 3].Select(static statements => $"{{\n{string.Join("\n", statements)}\n}}");

    static readonly Gen<string> Loop = OneOf("foreach (var id in ids)", "foreach (var id in ids.Where(i => i % 4 != 0))", "for (var id = 1; id <= n; id++)");

    static readonly Gen<string> Body = Gen.Select(Statement(2).List[1, 4], Gen.Bool, static (statements, inside) => $"{{\n{(inside ? "var title = \"none\";\n" : "")}{string.Join("\n", statements)}\n}}");

    /// <summary>How many a long command wants, null in the tests.</summary>
    static readonly int? Wanted = int.TryParse(Environment.GetEnvironmentVariable("BITRIX24_RANDOM_PROGRAMS"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The tests see the same 200 programs every time, a long command (<c>BITRIX24_RANDOM_PROGRAMS=2000 dotnet test …</c>) as many new ones.</summary>
    public static async Task EachAsync(Func<string, Task> check)
    {
        if (Wanted is { } wanted)
        {
            await Code.SampleAsync(check, iter: wanted, threads: 1);
            return;
        }

        // A seed given to SampleAsync is that of its first program alone.
        var random = PCG.Parse("0000000000000");
        for (var program = 0; program < 200; program++)
            await check(Code.Generate(random, null, out _));
    }

    public static readonly Gen<string> Code = Gen.Select(Loop, Body, static (loop, body) => $$"""
        #pragma warning disable CS0162, CS0219, CS1998
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Net.Http;
        using System.Text.Json;
        using System.Threading.Tasks;

        public sealed class Helper(Bitrix bitrix)
        {
            public async Task RenameAsync(int id, string title)
            {
                if (id % 5 == 0)
                    return;
                await bitrix.CallAsync("crm.deal.update", new { id, fields = new { TITLE = title + "?" } });
            }

            public async Task<string> ReadAsync(int id)
            {
                var answer = await bitrix.CallAsync("crm.deal.get", new { id });
                return "read " + answer.GetProperty("result").GetProperty("TITLE").GetString();
            }
        }

        public static class Program
        {
            static string Title(JsonElement answer) => answer.GetProperty("result").TryGetProperty("TITLE", out var title) ? title.GetString() ?? "" : "no title";

            public static async Task RunAsync(string webhook, int n, TextWriter output)
            {
                var bitrix = new Bitrix(new HttpClient(), webhook);
                var helper = new Helper(bitrix);
                var ids = Enumerable.Range(1, n).ToList();
                var seen = new HashSet<int> { 3 };
                var names = new List<string>();
                var (total, last, count) = (0, 1, 1);
                {{(body.Contains("var title =", StringComparison.Ordinal) ? "" : "var title = \"none\";")}}
                {{loop}}
                {{body}}
                output.WriteLine($"{total} {last} {count} {seen.Count} {names.Count} {helper is null}");
            }
        }
        """);
}
