// The part of the surface of Microsoft.Extensions.Caching.Memory that keeps results.
using System;
using System.Threading.Tasks;

namespace Microsoft.Extensions.Caching.Memory
{
    public interface ICacheEntry
    {
        TimeSpan? AbsoluteExpirationRelativeToNow { get; set; }
    }

    public interface IMemoryCache
    {
        bool TryGetValue(object key, out object value);
    }

    public static class CacheExtensions
    {
        public static TItem GetOrCreate<TItem>(this IMemoryCache cache, object key, Func<ICacheEntry, TItem> factory) => factory(null);

        public static Task<TItem> GetOrCreateAsync<TItem>(this IMemoryCache cache, object key, Func<ICacheEntry, Task<TItem>> factory) => factory(null);
    }
}
