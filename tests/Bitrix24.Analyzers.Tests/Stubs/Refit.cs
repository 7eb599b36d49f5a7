// The part of Refit's surface that says where a method of an interface sends.
using System;

namespace Refit
{
    public abstract class HttpMethodAttribute : Attribute
    {
        protected HttpMethodAttribute(string path)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public class PostAttribute : HttpMethodAttribute
    {
        public PostAttribute(string path)
            : base(path)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Method)]
    public class GetAttribute : HttpMethodAttribute
    {
        public GetAttribute(string path)
            : base(path)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public class BodyAttribute : Attribute
    {
    }
}
