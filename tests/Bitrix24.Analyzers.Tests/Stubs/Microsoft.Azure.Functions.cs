// The attributes of Azure Functions that start a function, of both models.
using System;

namespace Microsoft.Azure.WebJobs
{
    public sealed class FunctionNameAttribute : Attribute
    {
        public FunctionNameAttribute(string name)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class TimerTriggerAttribute : Attribute
    {
        public TimerTriggerAttribute(string schedule)
        {
        }

        public bool RunOnStartup { get; set; }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class HttpTriggerAttribute : Attribute
    {
        public HttpTriggerAttribute(params string[] methods)
        {
        }
    }

    public sealed class TimerInfo
    {
    }
}

namespace Microsoft.Azure.Functions.Worker
{
    public sealed class FunctionAttribute : Attribute
    {
        public FunctionAttribute(string name)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class TimerTriggerAttribute : Attribute
    {
        public TimerTriggerAttribute(string schedule)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class QueueTriggerAttribute : Attribute
    {
        public QueueTriggerAttribute(string queue)
        {
        }
    }

    public sealed class TimerInfo
    {
    }
}
