using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Failures of work on a row, and who hears of them.</summary>
public sealed class UnheardTests
{
    static readonly (string Name, string Code)[] Members =
    [
        ("http", "private readonly System.Net.Http.HttpClient http = new();"),
        ("gate", "private readonly SemaphoreSlim gate = new(1, 1);"),
        ("Seen", "public event Action<JsonElement>? Seen;"),
        ("given", "private readonly Func<JsonElement, Task> given = Done;\nprivate static Task Done(JsonElement deal) => Task.CompletedTask;"),
        ("own(", "private readonly Func<JsonElement, Task> own = async _ => await Task.Delay(1);"),
        ("SaveAsync(deal)", "private Task SaveAsync(JsonElement deal) => store.SaveAsync(deal.GetRawText(), \"\");"),
        ("TrySaveAsync(", "private async Task<bool> TrySaveAsync(JsonElement deal)\n{\n    await store.SaveAsync(deal.GetRawText(), \"\");\n    return true;\n}"),
        ("Save(deal);", "private async void Save(JsonElement deal) => await store.SaveAsync(deal.GetRawText(), \"\");"),
    ];

    /// <summary>Members that the program mentions.</summary>
    static string With(string program) => program.Replace("    public int Count", string.Concat(Members.Where(m => program.Contains(m.Name, StringComparison.Ordinal)).Select(static m => "    " + Inside(m.Code, 1) + "\n")) + "    public int Count", StringComparison.Ordinal);

    [Theory]
    [InlineData("await SaveAsync(deal);")]
    [InlineData("Show(deal);\nSaveAsync(deal).GetAwaiter().GetResult();")]
    [InlineData("var saving = SaveAsync(deal);\nShow(deal);\nawait saving;")]
    [InlineData("var response = await http.PostAsync(\"https://erp.example/\", null);\nresponse.EnsureSuccessStatusCode();")]
    [InlineData("(await http.PostAsync(\"https://erp.example/\", null)).EnsureSuccessStatusCode();")]
    [InlineData("await given(deal);")]
    [InlineData("if (!store.Has(deal.GetRawText()))\n    await SaveAsync(deal);")]
    public Task TheRoundHears(string work) => PollCase.Fixes(PollCase.ChangedSince, With(Every(Pages(Row(work)))), With(Every(Changed(Pages(Row(work), "new { start, filter = changed.Filter }")), Since, "while")));

    [Theory]
    [InlineData("_ = SaveAsync(deal);")]
    [InlineData("Save(deal);")]
    [InlineData("var saving = SaveAsync(deal);\nShow(deal);")]
    [InlineData("await Task.WhenAny(SaveAsync(deal), Task.Delay(1000));")]
    [InlineData("await Task.Run(() => Show(deal));")]
    [InlineData("SaveAsync(deal).Wait(1000);")]
    [InlineData("if (!await TrySaveAsync(deal))\n    Console.WriteLine(\"not saved\");")]
    [InlineData("var isSaved = await TrySaveAsync(deal);\nif (!isSaved)\n    continue;")]
    [InlineData("await TrySaveAsync(deal);")]
    [InlineData("await http.PostAsync(\"https://erp.example/\", null);")]
    [InlineData("var response = await http.PostAsync(\"https://erp.example/\", null);\nConsole.WriteLine(response.StatusCode);")]
    [InlineData("if (!gate.Wait(0))\n    continue;\nShow(deal);")]
    [InlineData("Seen?.Invoke(deal);")]
    [InlineData("await own(deal);")]
    public Task NobodyHears(string work) => PollCase.Stays(With(Every(Pages(Row(work)))));

    static string Retrying(string handler, string loop = "for (var attempt = 0; ; attempt++)", string end = "") => PollCode.Every(Pages(Row("await SendAsync(deal);"))).Replace("    private void Number(", $$"""
            private async Task SendAsync(JsonElement deal)
            {
                {{loop}}
                {
                    try
                    {
                        await store.SaveAsync(deal.GetRawText(), "");
                        return;
                    }
                    {{handler}}
                }{{end}}
            }

            private void Number(
        """, StringComparison.Ordinal);

    [Theory]
    [InlineData("catch (Exception)\n            {\n                await Task.Delay(1000);\n            }")]
    [InlineData("catch (Exception) when (attempt < 3)\n            {\n                Count++;\n            }")]
    [InlineData("catch (Exception) when (attempt < 3)\n            {\n                if (store.Has(\"x\"))\n                    return;\n            }")]
    [InlineData("catch (Exception) when (attempt < 3)\n            {\n                await Task.Delay(1000);\n            }\n            if (attempt == 2)\n                return;")]
    public Task AHandlerThatGivesUpSilently(string handler) => PollCase.Stays(Retrying(handler));

    [Fact]
    public Task AHandlerThatTriesAgain()
    {
        var before = Retrying("catch (Exception) when (attempt < 3)\n            {\n                await Task.Delay(1000);\n            }");
        var round = "        " + Inside(Pages(Row("await SendAsync(deal);")), 3).TrimStart();
        return PollCase.Fixes(
            PollCase.ChangedSince, before,
            before.Replace("{|BX4001:while|}", "while", StringComparison.Ordinal)
                .Replace("        while (!stop", "        " + Since.TrimEnd('\n') + "\n        while (!stop", StringComparison.Ordinal)
                .Replace(round, "        " + Inside(Changed(Pages(Row("await SendAsync(deal);"), "new { start, filter = changed.Filter }")), 3).TrimStart(), StringComparison.Ordinal));
    }
}
