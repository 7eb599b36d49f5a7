using Acme.Crm.Sync;
using Acme.Crm.Sync.Crm;
using Acme.Crm.Sync.Jobs;
using Bitrix24.Connector;

var webhook = args.FirstOrDefault() ?? Environment.GetEnvironmentVariable("BITRIX24_WEBHOOK");
if (string.IsNullOrEmpty(webhook))
{
    Console.Error.WriteLine("usage: Acme.Crm.Sync <address of an incoming webhook> (or set BITRIX24_WEBHOOK)");
    return 1;
}

const int Bookkeeper = 7;
const int Manager = 3;
const int Shop = 2;

using var http = new HttpClient();
var client = new Bitrix24Client(http, webhook);
var orders = Order.Read(Path.Combine(AppContext.BaseDirectory, "orders.csv"));

var failed = 0;
var deals = new DealJob(client);
await TryAsync(() => deals.WinPaidAsync(orders));
failed += await deals.PrintStagesAsync(orders);
failed += await deals.NoteCancelledAsync(orders);
await TryAsync(() => deals.AssignNewAsync(orders, Manager));
await TryAsync(async () => await deals.MoveAsync(await deals.ReadOpenAsync(), Shop));

await new InvoiceJob(http, webhook).RequestInvoicesAsync(orders, Bookkeeper);
await new ContactJob(new Bitrix24Connector(http, webhook)).UpdatePhonesAsync(orders);

return failed == 0 ? 0 : 2;

// A job that fails does not keep the next one from its turn.
async Task TryAsync(Func<Task> job)
{
    try
    {
        await job();
    }
    catch (Bitrix24Exception e)
    {
        failed++;
        Console.Error.WriteLine(e.Message);
    }
}
