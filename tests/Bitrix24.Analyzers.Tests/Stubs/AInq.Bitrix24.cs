// The part of the surface of AInq.Bitrix24 that the tests use.
using System.Threading;
using System.Threading.Tasks;

namespace AInq.Bitrix24
{
    public interface IBitrix24Client
    {
        string Portal { get; }

        Task<object> GetAsync(string method, CancellationToken cancellation = default);

        Task<object> PostAsync(string method, object data, CancellationToken cancellation = default);
    }
}
