using System.Text.Json;
using Acme.Crm.Sync.Crm;

namespace Acme.Crm.Sync.Jobs;

/// <summary>Keeps the deals of the CRM in step with the orders of the shop.</summary>
public class DealJob
{
    private readonly IBitrix24Client _client;

    public DealJob(IBitrix24Client client)
    {
        _client = client;
    }

    /// <summary>Wins the deals whose orders are paid.</summary>
    public async Task WinPaidAsync(IReadOnlyList<Order> orders)
    {
        foreach (var order in orders.Where(o => o.IsPaid))
        {
            await _client.CallAsync("crm.deal.update", new
            {
                id = order.DealId,
                fields = new { STAGE_ID = "WON", OPPORTUNITY = order.Total },
            });
        }
    }

    /// <summary>Prints where each order stands in the CRM; gives the number of those that it could not find out.</summary>
    public async Task<int> PrintStagesAsync(IReadOnlyList<Order> orders)
    {
        var failed = 0;
        foreach (var order in orders)
        {
            try
            {
                // One row of the report.
                var deal = await _client.CallAsync("crm.deal.get", new { id = order.DealId });
                var stage = deal.GetProperty("result").GetProperty("STAGE_ID").GetString();
                Console.WriteLine($"{order.Number,-8} {order.Total,10:0.00}  {stage}");
            }
            catch (Bitrix24Exception e)
            {
                failed++;
                Console.Error.WriteLine($"{order.Number}: {e.Message}");
            }
        }

        return failed;
    }

    /// <summary>Leaves a note on each cancelled order's deal; a deal that is gone is no reason to stop.</summary>
    public async Task<int> NoteCancelledAsync(IReadOnlyList<Order> orders)
    {
        var failed = 0;
        foreach (var order in orders.Where(o => o.Status == "cancelled"))
        {
            try
            {
                await _client.CallAsync("crm.timeline.comment.add", new
                {
                    fields = new { ENTITY_ID = order.DealId, ENTITY_TYPE = "deal", COMMENT = "The shop cancelled order " + order.Number },
                });
            }
            catch (Bitrix24Exception e)
            {
                failed++;
                Console.Error.WriteLine($"{order.Number}: {e.Message}");
            }
        }

        return failed;
    }

    /// <summary>Hands the deals of new orders to a manager.</summary>
    public async Task AssignNewAsync(IReadOnlyList<Order> orders, int managerId)
    {
        foreach (var order in orders)
        {
            if (order.Status == "new")
                await AssignAsync(order.DealId, managerId);
        }
    }

    private Task AssignAsync(int dealId, int managerId)
    {
        return _client.CallAsync("crm.deal.update", new { id = dealId, fields = new { ASSIGNED_BY_ID = managerId } });
    }

    /// <summary>Reads all open deals page by page: that is how a list is read, so nothing is wrong with this loop.</summary>
    public async Task<List<int>> ReadOpenAsync()
    {
        var ids = new List<int>();
        var lastId = 0;
        while (true)
        {
            var page = await _client.CallAsync("crm.deal.list", new Dictionary<string, object>
            {
                ["order"] = new { ID = "ASC" },
                ["filter"] = new Dictionary<string, object> { [">ID"] = lastId, ["CLOSED"] = "N" },
                ["select"] = new[] { "ID" },
                ["start"] = -1,
            });
            var rows = page.GetProperty("result").EnumerateArray().ToList();
            ids.AddRange(rows.Select(row => int.Parse(row.GetProperty("ID").GetString()!)));
            if (rows.Count < 50)
                return ids;
            lastId = ids[^1];
        }
    }

    /// <summary>Puts deals into a pipeline, fifty in a request: nothing is wrong with this loop either.</summary>
    public async Task MoveAsync(IReadOnlyList<int> dealIds, int categoryId)
    {
        foreach (var chunk in dealIds.Chunk(50))
        {
            var commands = chunk.ToDictionary(id => $"d{id}", id => $"crm.deal.update?id={id}&fields[CATEGORY_ID]={categoryId}");
            var answer = await _client.CallAsync("batch", new { halt = 0, cmd = commands });
            var errors = answer.GetProperty("result").GetProperty("result_error");
            if (errors.ValueKind == JsonValueKind.Object)
                Console.Error.WriteLine($"{errors.EnumerateObject().Count()} deals were not moved");
        }
    }
}
