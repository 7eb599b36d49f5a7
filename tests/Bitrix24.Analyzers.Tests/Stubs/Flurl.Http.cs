// The part of Flurl's surface by which requests are made.
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Flurl
{
    public class Url
    {
        public Url(string baseUrl)
        {
        }

        public Url AppendPathSegment(object segment, bool fullyEncode = false) => this;

        public Url SetQueryParam(string name, object value) => this;

        public static implicit operator Url(string url) => new Url(url);
    }

    public static class GeneratedExtensions
    {
        public static Url AppendPathSegment(this string url, object segment, bool fullyEncode = false) => new Url(url);

        public static Url SetQueryParam(this string url, string name, object value) => new Url(url);
    }
}

namespace Flurl.Http
{
    public interface IFlurlResponse
    {
        int StatusCode { get; }
    }

    public interface IFlurlRequest
    {
        Task<IFlurlResponse> SendAsync(HttpMethod verb, HttpContent content = null, CancellationToken cancellationToken = default);
    }

    public static class GeneratedExtensions
    {
        public static IFlurlRequest WithHeader(this Url url, string name, object value) => null;

        public static Task<IFlurlResponse> PostJsonAsync(this IFlurlRequest request, object body, CancellationToken cancellationToken = default) => null;

        public static Task<IFlurlResponse> PostJsonAsync(this Url url, object body, CancellationToken cancellationToken = default) => null;

        public static Task<IFlurlResponse> PostJsonAsync(this string url, object body, CancellationToken cancellationToken = default) => null;

        public static Task<T> GetJsonAsync<T>(this Url url, CancellationToken cancellationToken = default) => Task.FromResult(default(T));

        public static Task<T> GetJsonAsync<T>(this string url, CancellationToken cancellationToken = default) => Task.FromResult(default(T));
    }
}
