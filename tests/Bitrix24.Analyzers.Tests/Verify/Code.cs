using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Tests.Verify;

/// <summary>Ways to write the code of a test: whole files, or what matters inside of a class that has a client of the portal.</summary>
static class Code
{
    public static SyntaxTree GlobalUsings { get; } = CSharpSyntaxTree.ParseText(
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Net.Http.Json;
        global using System.Threading;
        global using System.Threading.Tasks;
        """,
        path: "GlobalUsings.cs");

    /// <summary>A client as users write it: the REST method that it is given ends the address.</summary>
    public const string Portal = """
        namespace App;

        public sealed class Portal(HttpClient http, string webhook)
        {
            public async Task<string> CallAsync(string method, object? args = null, CancellationToken token = default)
            {
                using var response = await http.PostAsJsonAsync($"{webhook}/{method}.json", args, token);
                return await response.Content.ReadAsStringAsync(token);
            }
        }
        """;

    /// <summary>A file of its own, without a client.</summary>
    public static Scenario Of(string marked) => new Scenario().With("App.cs", marked);

    /// <summary>Statements of a method that has a <c>portal</c>, some <c>ids</c> and a <c>token</c>.</summary>
    public static Scenario InMethod(string statements) => InClass($$"""
            public async Task RunAsync(IReadOnlyList<int> ids, CancellationToken token)
            {
                {{statements}}
            }
        """);

    /// <summary>Statements of a method that has an <c>http</c>, the <c>webhook</c> of a portal from elsewhere, and some <c>ids</c>.</summary>
    public static Scenario WithHttp(string statements) => Of($$"""
        namespace App;

        public sealed class Sync(HttpClient http, string webhook, string entity, string verb)
        {
            const string Base = "https://example.bitrix24.com/rest/1/secret/";
            static readonly string DealGet = Base + "crm.deal.get";

            public async Task RunAsync(IReadOnlyList<int> ids)
            {
                {{statements}}
            }

            string Name => webhook + entity + verb;
        }
        """);

    /// <summary>Members of a class that has a <c>portal</c>.</summary>
    public static Scenario InClass(string members) => WithPortal($$"""
        namespace App;

        public sealed class Sync(Portal portal)
        {
            {{members}}
        }
        """);

    /// <summary>A file beside the client of the portal.</summary>
    public static Scenario WithPortal(string marked) => Of(marked).With("Portal.cs", Portal);
}
