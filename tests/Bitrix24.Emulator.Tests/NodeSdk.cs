namespace Bitrix24.Emulator.Tests;

/// <summary>The official SDK as npm gives it, and Node.js to run it.</summary>
internal static class NodeSdk
{
    private static readonly Lazy<Task> Installed = new(InstallAsync);

    /// <summary>The first program that is not there, or null.</summary>
    public static string? Missing => Array.Find(["node", "npm"], program => ExternalProgram.Find(program) is null);

    private static string Folder { get; } = Repository.Path("tests/Bitrix24.Emulator.Tests/js");

    /// <summary>Runs the tests of a script against a portal; what they print is the message where one fails.</summary>
    public static async Task PassAsync(string script, Portal portal)
    {
        await Installed.Value;
        var certificate = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".pem");
        try
        {
            await File.WriteAllTextAsync(certificate, portal.Certificate.ExportCertificatePem());
            var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["B24_WEBHOOK"] = portal.WebhookUrl, ["NODE_EXTRA_CA_CERTS"] = certificate };
            var result = await ExternalProgram.RunAsync(ExternalProgram.Find("node")!, ["--test", "--test-reporter=spec", script], Folder, environment);
            Assert.True(result.ExitCode == 0, result.Output + result.Errors);
        }
        finally
        {
            File.Delete(certificate);
        }
    }

    private static async Task InstallAsync()
    {
        var result = await ExternalProgram.RunAsync(ExternalProgram.Find("npm")!, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], Folder);
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"npm could not install the SDK:\n{result.Output}{result.Errors}");
    }
}
