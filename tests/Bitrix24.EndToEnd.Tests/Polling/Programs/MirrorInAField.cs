// A timer keeps a mirror in a set, and an id that is not found leaves it.
// client: Application
// list: crm.contact
// ways: offline
// every: 300
// gone: yes
using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

public sealed class ContactIds
{
    private readonly Bitrix _bitrix;
    private readonly TextWriter _output;
    private readonly Dictionary<string, string> _names = new();

    public ContactIds(Bitrix bitrix, TextWriter output)
    {
        _bitrix = bitrix;
        _output = output;
    }

    public async Task ExecuteAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5));
        do
        {
            await ReadAsync();
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    private async Task ReadAsync()
    {
        var found = new HashSet<string>();
        int? start = 0;
        while (start != null)
        {
            var page = await _bitrix.CallAsync("crm.contact.list", new { start, select = new[] { "ID", "NAME" } });
            foreach (var contact in page.GetProperty("result").EnumerateArray())
            {
                var id = contact.GetProperty("ID").GetString()!;
                found.Add(id);
                _names[id] = contact.GetProperty("NAME").GetString()!;
                _output.WriteLine(id + " " + contact.GetProperty("NAME").GetString());
            }

            start = page.TryGetProperty("next", out var next) ? next.GetInt32() : null;
        }

        foreach (var id in new List<string>(_names.Keys))
        {
            if (found.Contains(id))
                continue;
            _names.Remove(id);
            _output.WriteLine(id + " gone");
        }
    }
}

public static class Program
{
    public static async Task RunAsync(string portal, string secrets, TextWriter output, CancellationToken stop)
    {
        await new ContactIds(new Bitrix(new HttpClient(), portal, secrets), output).ExecuteAsync(stop);
    }
}
