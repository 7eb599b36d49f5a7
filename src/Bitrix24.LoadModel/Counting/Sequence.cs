using System.Collections;

namespace Bitrix24.LoadModel;

/// <summary>A list that equals another with equal items in the same order.</summary>
internal sealed class Sequence<T>(T[] items) : IReadOnlyList<T>, IEquatable<Sequence<T>>
    where T : IEquatable<T>
{
    private readonly int hash = items.Aggregate(items.Length, (code, item) => unchecked((code * 31) + item.GetHashCode()));

    public int Count => items.Length;

    public T this[int index] => items[index];

    public bool Equals(Sequence<T>? other) => other is not null && hash == other.hash && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    public override int GetHashCode() => hash;

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
