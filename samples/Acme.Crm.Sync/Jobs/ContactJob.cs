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

    public async Task UpdatePhonesAsync(IEnumerable<Order> orders)
    {
        foreach (var order in orders.DistinctBy(o => o.ContactId))
        {
            await UpdatePhoneAsync(order);
        }
    }

    private async Task UpdatePhoneAsync(Order order)
    {
        await _connector.RequestHandler.ExecuteAsync<bool>("crm.contact.update", new
        {
            id = order.ContactId,
            fields = new { PHONE = new[] { new { VALUE = order.Phone, VALUE_TYPE = "WORK" } } },
        });
    }
}
