// The part of the surface of Bitrix24RestApiClient that the tests use.
using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Bitrix24RestApiClient.Core
{
    public class EntryPointPrefix
    {
        EntryPointPrefix(string value) => Value = value;

        public string Value { get; }

        public static EntryPointPrefix Deal { get; } = new EntryPointPrefix("crm.deal");

        public static EntryPointPrefix Batch { get; } = new EntryPointPrefix("batch");
    }

    public class EntityMethod
    {
        EntityMethod(string value) => Value = value;

        public string Value { get; }

        public static EntityMethod None { get; } = new EntityMethod("");

        public static EntityMethod Update { get; } = new EntityMethod("update");
    }

    public interface IBitrix24Client
    {
        Task<TResponse> SendPostRequest<TArgs, TResponse>(EntryPointPrefix prefix, EntityMethod method, TArgs args);
    }
}

namespace Bitrix24RestApiClient.Api
{
    using Bitrix24RestApiClient.Core;

    public class UpdateBuilder
    {
        public UpdateBuilder SetField(string name, object value) => this;
    }

    public class DealContacts
    {
        public Task<bool> Add(int dealId, int contactId) => Task.FromResult(true);
    }

    public class Deals
    {
        public DealContacts Contacts { get; } = new DealContacts();

        public Task<bool> Update(int id, Action<UpdateBuilder> change) => Task.FromResult(true);

        public Task<object> Get(int id) => Task.FromResult(new object());

        public Task<object> First(Action<UpdateBuilder> filter) => Task.FromResult(new object());
    }

    public class ListStrategy
    {
        public Task<List<object>> ListAll(Action<UpdateBuilder> filter) => Task.FromResult(new List<object>());
    }

    public class BatchOperations
    {
        public ListStrategy ListGetStrategy { get; } = new ListStrategy();
    }

    public class Crm
    {
        public Deals Deals { get; } = new Deals();
    }

    public class Bitrix24
    {
        public Bitrix24(IBitrix24Client client)
        {
        }

        public Crm Crm { get; } = new Crm();

        public BatchOperations BatchOperations { get; } = new BatchOperations();
    }
}
