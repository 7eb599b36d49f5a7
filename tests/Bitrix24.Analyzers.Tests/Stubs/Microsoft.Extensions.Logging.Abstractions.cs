// The part of the surface of Microsoft.Extensions.Logging that the tests use.
namespace Microsoft.Extensions.Logging
{
    public interface ILogger
    {
    }

    public static class LoggerExtensions
    {
        public static void LogInformation(this ILogger logger, string message, params object[] args)
        {
        }
    }
}
