using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Schedules;

/// <summary>Intervals that a setting gives: the code says what they are while nothing is set.</summary>
public sealed class SettingTests
{
    static Scenario Worker(string length, string prepare = "") => Code.WithPortal($$"""
        namespace App;

        public sealed class Worker(Portal portal, ISettings settings, Config config, Dictionary<string, string> values)
        {
            public async Task RunAsync(CancellationToken token)
            {
                while (!token.IsCancellationRequested)
                {
                    await portal.CallAsync("crm.deal.get");
                    {{prepare}}
                    await Task.Delay({{length}}, token);
                }
            }

            int Own()
            {
                if (values.TryGetValue("Minutes", out var text) && int.TryParse(text, out var minutes))
                    return minutes;
                return 5;
            }

            int Two() => values.Count > 1 ? 5 : 10;

            static TimeSpan Fixed() => TimeSpan.FromMinutes(5);

            int Circle() => values.Count > 1 ? Circle() : Round();

            int Round() => Circle();

            public string Seen => "" + Own() + Two() + Fixed() + Circle() + settings + config;
        }

        public interface ISettings
        {
            Task<int> GetMinutesAsync();
        }

        public sealed class Settings(Dictionary<string, string> values) : ISettings
        {
            public async Task<int> GetMinutesAsync()
            {
                await Task.Yield();
                if (int.TryParse(values["Minutes"], out var minutes)) return minutes;
                return 5;
            }
        }
        """).With("Config.cs", """
        namespace App;

        public sealed class Config
        {
            public Config()
            {
                Scan = new ScanConfig();
                Scan.Interval = TimeSpan.FromMinutes(5);
                Twice = 1;
                Twice = 2;
            }

            public Config(int given) => Given = given;

            public ScanConfig Scan { get; set; } = new();

            public int Given { get; set; }

            public int Twice { get; set; }

            public int Fixed { get; } = 5;
        }

        public sealed class ScanConfig
        {
            public TimeSpan Interval { get; set; }
        }
        """);

    [Theory]
    [InlineData("TimeSpan.FromMinutes(Own())", "", "by default with 5 min")]
    [InlineData("TimeSpan.FromMinutes(await settings.GetMinutesAsync())", "", "by default with 5 min")]
    [InlineData("TimeSpan.FromMinutes(minutes)", "var minutes = await settings.GetMinutesAsync();", "by default with 5 min")]
    [InlineData("TimeSpan.FromMinutes(int.TryParse(values[\"Minutes\"], out var minutes) ? minutes : 5)", "", "by default with 5 min")]
    [InlineData("values.Count > 1 ? TimeSpan.FromMinutes(5) : TimeSpan.FromSeconds(300)", "", "with 5 min")]
    [InlineData("config.Scan.Interval", "", "by default with 5 min")]
    [InlineData("(int)config.Scan.Interval.TotalMilliseconds", "", "by default with 5 min")]
    [InlineData("TimeSpan.FromMinutes(config.Fixed)", "", "with 5 min")]
    [InlineData("Fixed()", "", "with 5 min")]
    public void TheDefaultCounts(string length, string prepare, string expected) => Worker(length, prepare).AreExactly($"while | RunAsync | {expected} between runs | crm.deal.get: 1");

    [Theory]
    [InlineData("TimeSpan.FromMinutes(Two())")]
    [InlineData("TimeSpan.FromMinutes(Circle())")]
    [InlineData("TimeSpan.FromMinutes(values.Count > 1 ? 5 : 10)")]
    [InlineData("TimeSpan.FromMinutes(config.Given)")]
    [InlineData("TimeSpan.FromMinutes(config.Twice)")]
    public void WhatTheCodeDoesNotSayIsNone(string length) => Worker(length).AreExactly();
}
