// The part of MediatR's surface that leads from a request to its handler.
using System.Threading;
using System.Threading.Tasks;

namespace MediatR
{
    public interface IBaseRequest
    {
    }

    public interface IRequest : IBaseRequest
    {
    }

    public interface IRequest<out TResponse> : IBaseRequest
    {
    }

    public interface IRequestHandler<in TRequest>
        where TRequest : IRequest
    {
        Task Handle(TRequest request, CancellationToken cancellationToken);
    }

    public interface IRequestHandler<in TRequest, TResponse>
        where TRequest : IRequest<TResponse>
    {
        Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken);
    }

    public interface ISender
    {
        Task<TResponse> Send<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken = default);

        Task Send<TRequest>(TRequest request, CancellationToken cancellationToken = default)
            where TRequest : IRequest;
    }
}
