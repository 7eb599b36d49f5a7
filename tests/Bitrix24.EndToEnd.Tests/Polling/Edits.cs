using Bitrix24.Emulator;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>What a person at work in the portal did to a row.</summary>
/// <param name="After">From the start of the program.</param>
/// <param name="Id">The row.</param>
/// <param name="Name">Its new name, another one with each edit; null if it was deleted.</param>
sealed record Edit(TimeSpan After, string Id, string? Name);

/// <summary>The edits of a portal's rows while a program runs.</summary>
sealed class Edits(Portal portal, ListedRows rows, Action<string, string> raised)
{
    readonly List<Edit> _made = [];
    readonly DateTimeOffset _start = portal.Clock.GetUtcNow();

    public IReadOnlyList<Edit> Made => _made;

    /// <summary>An hour at work: some rows once, some again and again, more than a page, a new one, one that goes.</summary>
    public void AnHour()
    {
        At(7, 0, () => Update(3));
        At(7, 20, () => Update(3));
        At(7, 20, () => Update(5));
        At(12, 30, Add);
        At(23, 10, () => Each(1, 60));
        At(30, 50, () => Update(9));
        if (rows.Entity != "user")
            At(31, 0, () => Delete(9));
        At(47, 30, () => Update(3));
    }

    /// <summary>Ten thousand edits of a thousand rows in three minutes.</summary>
    public void ABurst()
    {
        for (var second = 0; second < 200; second++)
        {
            var from = (second % 20 * 50) + 1;
            At(11, second, () => Each(from, from + 49));
        }
    }

    public void At(int minutes, int seconds, Action edit)
    {
        var timer = default(ITimer);
        timer = portal.Clock.CreateTimer(_ => { edit(); timer?.Dispose(); }, null, new TimeSpan(0, minutes, seconds), Timeout.InfiniteTimeSpan);
    }

    public void Each(int first, int last)
    {
        for (var id = first; id <= last; id++)
            Update(id);
    }

    public void Update(int id)
    {
        var name = $"{id} at {_made.Count}";
        portal.Edit(rows.UpdateMethod, rows.Update(id, name));
        Note($"{id}", name, rows.Updated);
    }

    void Add()
    {
        var name = $"new at {_made.Count}";
        Note(rows.IdOf(portal.Edit(rows.AddMethod, rows.Add(name))), name, rows.Added);
    }

    void Delete(int id)
    {
        portal.Edit(rows.DeleteMethod, rows.Delete(id));
        _made.Add(new Edit(portal.Clock.GetUtcNow() - _start, $"{id}", null));
        raised(rows.Deleted, $"{id}");
    }

    void Note(string id, string name, string @event)
    {
        _made.Add(new Edit(portal.Clock.GetUtcNow() - _start, id, name));
        raised(@event, id);
    }
}
