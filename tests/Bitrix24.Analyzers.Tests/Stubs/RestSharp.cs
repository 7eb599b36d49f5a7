// The part of RestSharp's surface by which requests are made.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace RestSharp
{
    public enum Method
    {
        Get,
        Post,
    }

    public class RestRequest
    {
        public RestRequest(string resource = null, Method method = Method.Get)
        {
        }

        public RestRequest(Uri resource, Method method = Method.Get)
        {
        }

        public RestRequest AddJsonBody(object body) => this;

        public RestRequest AddParameter(string name, string value) => this;
    }

    public class RestResponse
    {
        public string Content { get; set; }
    }

    public interface IRestClient
    {
        Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default);
    }

    public class RestClient : IRestClient
    {
        public RestClient(string baseUrl)
        {
        }

        public Task<RestResponse> ExecuteAsync(RestRequest request, CancellationToken cancellationToken = default) => Task.FromResult(new RestResponse());
    }

    public static class RestClientExtensions
    {
        public static RestResponse Execute(this IRestClient client, RestRequest request) => new RestResponse();

        public static Task<T> PostAsync<T>(this IRestClient client, RestRequest request, CancellationToken cancellationToken = default) => Task.FromResult(default(T));
    }
}
