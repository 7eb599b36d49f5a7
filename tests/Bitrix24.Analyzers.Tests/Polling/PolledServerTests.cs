using static Bitrix24.Analyzers.Tests.Polling.PollCode;

namespace Bitrix24.Analyzers.Tests.Polling;

/// <summary>Events that a web application is told of.</summary>
public sealed class PolledServerTests
{
    static readonly string Before = Every(Pages(Row("Show(deal);")));

    static readonly string After = Every(
        Changed(Pages(Row("Show(deal);"), "new { start, filter = changed.Filter }")),
        "var dealChanges = Bitrix24Changes.Online(\"DATE_MODIFY\", \"ID\", \"OnCrmDealAdd\", \"OnCrmDealUpdate\");\n", "while");

    static string Program(string run) => $$"""
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;

        var builder = WebApplication.CreateBuilder(args);
        var app = builder.Build();
        app.MapGet("/", () => "up");

        {{run}}
        """;

    const string Mapped = """
        // Tick OnCrmDealAdd and OnCrmDealUpdate in an outgoing webhook with this address, or subscribe an application by event.bind.
        app.MapBitrix24Events("/bitrix24/events", app.Configuration["Bitrix24:ApplicationToken"]);

        """;

    [Theory]
    [InlineData("app.Run();")]
    [InlineData("await app.RunAsync();")]
    public Task AnEndpointIsMapped(string run) => PollCase.FixesInServer(Before, After, Program(run), Program(Mapped + run));

    [Fact]
    public Task AnEndpointIsThereAlready() => PollCase.FixesInServer(
        Before, After, Program("app.MapBitrix24Events(\"/events\", \"\");\napp.Run();"), Program("app.MapBitrix24Events(\"/events\", \"\");\napp.Run();"));

    [Theory]
    [InlineData("if (args.Length > 0)\n    app.Run();\nelse\n    app.Run(\"http://localhost:5000\");")]
    [InlineData("System.Console.WriteLine(app);")]
    public Task NobodyKnowsWhereItBelongs(string run) => PollCase.FixesInServer(Before, Before, Program(run), Program(run));

    [Fact]
    public Task AProgramThatIsNoServerHasNone() => PollCase.Stays(Before, PollCase.Online);
}
