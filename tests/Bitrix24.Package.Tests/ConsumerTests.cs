namespace Bitrix24.Package.Tests;

/// <summary>Projects that reference the package, as a user's do.</summary>
[Collection(nameof(Packed))]
public sealed class ConsumerTests(PackedPackage package)
{
    /// <summary>In C# 7.3, the language of .NET Framework and .NET Standard: a call in a loop, and a use of the batch helper.</summary>
    const string Loop = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Http;
        using System.Threading.Tasks;

        namespace Consumer
        {
            public class Deals
            {
                private readonly HttpClient http = new HttpClient();

                public async Task TouchAsync(IEnumerable<int> deals)
                {
                    foreach (var deal in deals)
                        await http.GetAsync("https://portal.example/rest/1/code/crm.deal.update?id=" + deal);
                }

                public Task SendAsync(IEnumerable<int> deals, Func<string, object, Task<string>> call)
                {
                    return Bitrix24Batch.SendAsync(deals.Select(id => Bitrix24Batch.Command("crm.deal.update", new { id })), call);
                }
            }
        }
        """;

    /// <summary>A wrapper that nothing but a list can recognise.</summary>
    const string Wrapper = """
        namespace Consumer
        {
            public interface IPortal
            {
                string Ask(string what, int id);
            }

            public class Report
            {
                public void Print(IPortal portal, int[] deals)
                {
                    foreach (var deal in deals)
                        System.Console.WriteLine(portal.Ask("crm.deal.get", deal));
                }
            }
        }
        """;

    /// <summary>A cron expression, which the analyzers read with a library that the package brings along.</summary>
    const string EverySecond = """
        using System;
        using System.Net.Http;
        using System.Threading.Tasks;
        using Microsoft.Azure.WebJobs;

        namespace Microsoft.Azure.WebJobs
        {
            [AttributeUsage(AttributeTargets.Parameter)]
            public sealed class TimerTriggerAttribute : Attribute
            {
                public TimerTriggerAttribute(string schedule) { Schedule = schedule; }

                public string Schedule { get; }
            }
        }

        namespace Consumer
        {
            public class Functions
            {
                private readonly HttpClient http = new HttpClient();

                public async Task ScanAsync([TimerTrigger("* * * * * *")] object timer)
                {
                    await http.GetAsync("https://portal.example/rest/1/code/crm.deal.get?id=1");
                    await http.GetAsync("https://portal.example/rest/1/code/crm.lead.get?id=2");
                    await http.GetAsync("https://portal.example/rest/1/code/crm.contact.get?id=3");
                }
            }
        }
        """;

    [Theory]
    [InlineData("net472")]
    [InlineData("netstandard2.0")]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public async Task Reports_a_loop_and_compiles_the_batch_helper(string framework)
    {
        var output = await BuildAsync(framework, ("Deals.cs", Loop));

        Assert.Equal(["BX1001"], Dotnet.Warnings(output));
    }

    [Fact]
    public async Task Reads_a_cron_expression()
    {
        var output = await BuildAsync("net10.0", ("Functions.cs", EverySecond));

        Assert.Equal(["BX6001"], Dotnet.Warnings(output));
        Assert.Contains("by cron '* * * * * *'", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_wrapper_lists_beside_the_project()
    {
        var output = await BuildAsync("net10.0", ("Report.cs", Wrapper), ("Bitrix24.Wrappers.txt", "# ours\nConsumer.IPortal.Ask(what)\nConsumer.IPortal.Ask\n"));

        Assert.Equal(["BX1001", "BX9001"], Dotnet.Warnings(output).Order(StringComparer.Ordinal));
        Assert.Matches(@"Bitrix24\.Wrappers\.txt\(3,1\): warning BX9001", output);
    }

    [Fact]
    public async Task A_list_that_the_project_names_itself_is_read_once()
    {
        const string Items = """<AdditionalFiles Include="Bitrix24.Wrappers.txt" />""";
        var output = await BuildWithAsync(Items, "net10.0", ("Bitrix24.Wrappers.txt", "?"));

        Assert.Equal(["BX9001"], Dotnet.Warnings(output));
    }

    Task<string> BuildAsync(string framework, params (string Name, string Text)[] files) => BuildWithAsync("", framework, files);

    async Task<string> BuildWithAsync(string items, string framework, params (string Name, string Text)[] files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(package.Folder, Path.GetRandomFileName())).FullName;
        foreach (var (name, text) in files)
            await File.WriteAllTextAsync(Path.Combine(folder, name), text);
        await File.WriteAllTextAsync(Path.Combine(folder, "Consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <WarningsNotAsErrors>BX1001;BX6001;BX9001</WarningsNotAsErrors>
              </PropertyGroup>
              <ItemGroup>
                {items}
                <PackageReference Include="Bitrix24.Analyzers" Version="{PackedPackage.Version}" PrivateAssets="all" />
              </ItemGroup>
              <ItemGroup Condition="'$(TargetFramework)' == 'net472'">
                <Reference Include="System.Net.Http" />
              </ItemGroup>
            </Project>
            """);

        return await Dotnet.BuildAsync(folder);
    }
}
