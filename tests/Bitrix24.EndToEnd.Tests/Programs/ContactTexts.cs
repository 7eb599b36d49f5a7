// The loop ends by no error, but it might: each contact that is not there halts a batch.
// The wrapper gives the text of every answer, so a contact that is not there is an answer too.
// client: HttpText
// n: 0 1 2 49 51
// seed: crm.contact 40
// size: contactIds = n
// after: ⌈n/50⌉
// after-49: 1 + 2·8
// after-51: 1 + 2·9 + 1
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bx = new Bx24(webhook);
        var contactIds = Enumerable.Range(1, n);
        foreach (var contactId in contactIds)
        {
            string json = await bx.CallAsync("crm.contact.get", new { id = contactId });
            using var answer = JsonDocument.Parse(json);
            if (answer.RootElement.TryGetProperty("error_description", out var error))
            {
                output.WriteLine($"{contactId}: {error.GetString()}");
                continue;
            }

            output.WriteLine($"{contactId}: {answer.RootElement.GetProperty("result").GetProperty("NAME")}");
        }
    }
}
