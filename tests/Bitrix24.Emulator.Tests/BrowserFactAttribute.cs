namespace Bitrix24.Emulator.Tests;

/// <summary>A fact that needs Chromium, and is skipped with this reason where it is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (Chromium is null)
            Skip = "The test of the emulator's page needs Chromium or Chrome in PATH.";
    }

    internal static string? Chromium => ExternalProgram.Find("chromium", "chromium-browser", "google-chrome", "chrome");
}
