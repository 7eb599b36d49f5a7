// The parts of ASP.NET Core and of the generic host by which code is started.
using System;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.Extensions.Hosting
{
    public interface IHostedService
    {
        Task StartAsync(CancellationToken cancellationToken);

        Task StopAsync(CancellationToken cancellationToken);
    }

    public abstract class BackgroundService : IHostedService
    {
        public virtual Task StartAsync(CancellationToken cancellationToken) => ExecuteAsync(cancellationToken);

        public virtual Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        protected abstract Task ExecuteAsync(CancellationToken stoppingToken);
    }
}

namespace Microsoft.AspNetCore.Mvc
{
    public abstract class ControllerBase
    {
    }

    public abstract class Controller : ControllerBase
    {
    }

    public sealed class ApiControllerAttribute : Attribute
    {
    }

    public sealed class HttpGetAttribute : Attribute
    {
    }

    public sealed class NonActionAttribute : Attribute
    {
    }
}

namespace Microsoft.AspNetCore.Mvc.RazorPages
{
    public abstract class PageModel
    {
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public sealed class WebApplication
    {
        public static WebApplication Create() => new();

        public void Run()
        {
        }
    }

    public static class EndpointRouteBuilderExtensions
    {
        public static void MapGet(this WebApplication app, string pattern, Delegate handler)
        {
        }

        public static void MapPost(this WebApplication app, string pattern, Delegate handler)
        {
        }
    }
}
