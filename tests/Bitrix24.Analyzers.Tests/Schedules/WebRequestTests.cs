using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Code that answers a web request.</summary>
public sealed class WebRequestTests
{
    static Scenario Class(string declaration, string member, string usings = "using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.RazorPages;", string types = "") => Code.WithPortal($$"""
        {{usings}}
        namespace App;

        {{declaration}}
        {
            {{member}}

            Task<string> ReadAsync() => portal.CallAsync("crm.deal.get");
        }

        {{types}}
        """);

    const string Action = "public async Task<string> GetAsync() => await ReadAsync();";

    [Theory]
    [InlineData("public sealed class DealsController(Portal portal) : ControllerBase", Action)]
    [InlineData("public sealed class DealsController(Portal portal) : Controller", "[HttpGet] " + Action)]
    [InlineData("[ApiController] public sealed class Deals(Portal portal)", Action)]
    public void AnActionRunsForEachRequest(string declaration, string member)
    {
        Class(declaration, member).WithStub("Microsoft.AspNetCore").AreExactly("GetAsync | GetAsync | for each web request | crm.deal.get: 1");
        Class(declaration, member, "").Unrestored().AreExactly("GetAsync | GetAsync | for each web request | crm.deal.get: 1");
    }

    [Fact]
    public void ABaseOfTheUserIsAControllerToo() => Class("public sealed class DealsController(Portal portal) : BaseController", Action, types: "public abstract class BaseController : Controller;")
        .WithStub("Microsoft.AspNetCore").AreExactly("GetAsync | GetAsync | for each web request | crm.deal.get: 1");

    [Fact]
    public void APageHandlerRunsForEachRequest() => Class("public sealed class DealsModel(Portal portal) : PageModel", "public async Task OnGetAsync() => await ReadAsync(); public async Task LoadAsync() => await ReadAsync();")
        .WithStub("Microsoft.AspNetCore").AreExactly("OnGetAsync | OnGetAsync | for each web request | crm.deal.get: 1");

    [Theory]
    [InlineData("public sealed class DealsController(Portal portal) : ControllerBase", "[NonAction] " + Action)]
    [InlineData("public sealed class DealsController(Portal portal) : ControllerBase", "internal async Task<string> GetAsync() => await ReadAsync();")]
    [InlineData("public sealed class DealsController(Portal portal) : ControllerBase", "public Task GetAsync() => Task.CompletedTask; internal Task Other() => ReadAsync();")]
    [InlineData("public sealed class DealsController(Portal portal)", Action)]
    public void OthersDoNot(string declaration, string member) => Class(declaration, member).WithStub("Microsoft.AspNetCore").AreExactly();

    [Fact]
    public void AControllerOfSomebodyElseIsNone() => Class("public sealed class Deals(Portal portal) : Controller", Action, "", "public abstract class Controller;").AreExactly();

    [Theory]
    [InlineData("app.MapGet(\"/deal\", () => portal.CallAsync(\"crm.deal.get\"));", "MapGet | the handler")]
    [InlineData("app.MapPost(\"/deal\", async (int id) => { await portal.CallAsync(\"crm.deal.get\", id); return id; });", "MapPost | the handler")]
    [InlineData("app.MapGet(\"/deal\", ReadAsync);", "MapGet | ReadAsync")]
    public void AHandlerRunsForEachRequest(string statement, string expected) => Code.WithPortal($$"""
        using App;
        using Microsoft.AspNetCore.Builder;
        var app = WebApplication.Create();
        var portal = new Portal(new HttpClient(), args[0]);
        {{statement}}
        app.Run();
        Task<string> ReadAsync() => portal.CallAsync("crm.deal.get");
        """).AsProgram().WithStub("Microsoft.AspNetCore").AreExactly($"{expected} | for each web request | crm.deal.get: 1");

    [Fact]
    public void AMapOfSomebodyElseIsNone() => Code.InClass("""
        public void Map() => MapGet("/deal", ReadAsync);

        void MapGet(string from, Func<Task<string>> read) => Console.WriteLine(from + read);

        Task<string> ReadAsync() => portal.CallAsync("crm.deal.get");
        """).AreExactly();
}
