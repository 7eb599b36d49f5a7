using Bitrix24.Connector;

namespace Acme.Crm.Sync.Jobs;

/// <summary>Contacts go through the vendor's connector.</summary>
public class ContactJob
{
    private readonly IBitrix24Connector _connector;

    public ContactJob(IBitrix24Connector connector)
    {
        _connector = connector;
    }

    public async Task UpdatePhonesAsync(IReadOnlyList<Order> orders)
    {
        foreach (var order in orders)
        {
            var answer = await _connector.RequestHandler.ExecuteAsync<UpdateResponse>("crm.contact.update", new
            {
                id = order.ContactId,
                fields = new { PHONE = new[] { new { VALUE = order.Phone, VALUE_TYPE = "WORK" } } },
            });
            if (!answer.Result)
                Console.Error.WriteLine($"Contact {order.ContactId} was not updated");
        }
    }
}
