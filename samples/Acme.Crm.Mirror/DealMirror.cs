namespace Acme.Crm.Mirror;

/// <summary>Keeps the titles of all deals at hand.</summary>
public sealed class DealMirror(Bitrix24Client client)
{
    private readonly Dictionary<string, string> _titles = [];

    public async Task RunAsync(CancellationToken stop)
    {
        var seconds = int.TryParse(Environment.GetEnvironmentVariable("MIRROR_SECONDS"), out var given) ? given : 300;
        while (!stop.IsCancellationRequested)
        {
            var start = 0;
            while (true)
            {
                var page = await client.CallAsync("crm.deal.list", new { select = new[] { "ID", "TITLE" }, start });
                foreach (var deal in page.GetProperty("result").EnumerateArray())
                {
                    var id = deal.GetProperty("ID").GetString()!;
                    var title = deal.GetProperty("TITLE").GetString()!;
                    _titles[id] = title;
                    Console.WriteLine($"{id}: {title}");
                }

                if (!page.TryGetProperty("next", out var next))
                    break;
                start = next.GetInt32();
            }

            await Task.Delay(TimeSpan.FromSeconds(seconds), stop);
        }
    }

    public string? TitleOf(string id) => _titles.GetValueOrDefault(id);
}
