using System.Text;
using System.Text.Json;

namespace Acme.Crm.Sync.Jobs;

/// <summary>The oldest part: it talks to the webhook itself.</summary>
public class InvoiceJob
{
    private readonly HttpClient _http;
    private readonly string _webhook;

    public InvoiceJob(HttpClient http, string webhook)
    {
        _http = http;
        _webhook = webhook.TrimEnd('/');
    }

    /// <summary>Makes a task for the bookkeeper for each paid order.</summary>
    public async Task RequestInvoicesAsync(List<Order> orders, int bookkeeperId)
    {
        foreach (var order in orders)
        {
            if (!order.IsPaid)
                continue;

            var json = JsonSerializer.Serialize(new
            {
                fields = new { TITLE = $"Invoice for order {order.Number}", RESPONSIBLE_ID = bookkeeperId },
            });
            var response = await _http.PostAsync(_webhook + "/tasks.task.add.json", new StringContent(json, Encoding.UTF8, "application/json"));
            if (!response.IsSuccessStatusCode)
                Console.Error.WriteLine($"{order.Number}: {response.StatusCode}");
        }
    }
}
