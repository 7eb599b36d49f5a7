// The part of the surface of Bitrix24.Connector that the tests use.
using System.Threading.Tasks;

namespace Bitrix24.Connector
{
    public class RequestHandler
    {
        public Task<T> ExecuteAsync<T>(string method, string query) => Task.FromResult(default(T));
    }

    public class Contact
    {
    }

    public class Entities<T>
    {
        public Task<T> FirstOrDefaultAsync(int id) => Task.FromResult(default(T));
    }

    public class CrmEntities
    {
        public Entities<Contact> Contacts { get; } = new Entities<Contact>();
    }

    public class BitrixConnector
    {
        public RequestHandler RequestHandler { get; } = new RequestHandler();

        public CrmEntities Crm { get; } = new CrmEntities();
    }
}
