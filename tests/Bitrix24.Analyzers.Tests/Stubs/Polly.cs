// The part of Polly's surface that runs code once more after a failure.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Polly
{
    public class ResiliencePipeline
    {
        public ValueTask<T> ExecuteAsync<T>(Func<CancellationToken, ValueTask<T>> callback, CancellationToken cancellationToken = default) => callback(cancellationToken);
    }

    public interface IAsyncPolicy
    {
        Task<T> ExecuteAsync<T>(Func<Task<T>> action);
    }
}
