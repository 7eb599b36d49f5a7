// Objects in objects, arrays of objects, flags, enums.
// client: HttpDocument
// n: 0 1 50 51
// size: people = n
// after: ⌈n/50⌉
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Text.Json.Serialization;
using System.Threading.Tasks;

public enum PhoneKind
{
    Home,
    Mobile,
}

public class Phone
{
    [JsonPropertyName("VALUE")]
    public string Number { get; set; } = "";

    [JsonPropertyName("VALUE_TYPE")]
    public string Kind { get; set; } = "HOME";
}

public record Person(string Name, List<Phone> Phones, PhoneKind Kind, bool IsOpen);

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var gateway = new BitrixGateway(new HttpClient(), webhook);
        var people = Enumerable.Range(1, n).Select(i => new Person($"P{i}", [new Phone { Number = $"+{i}" }, new Phone { Number = "8 (800) " + i, Kind = "MOBILE" }], (PhoneKind)(i % 2), i % 3 == 0)).ToList();
        var ids = new List<string>();
        foreach (var person in people)
        {
            var fields = new Dictionary<string, object>
            {
                { "NAME", person.Name }, { "PHONE", person.Phones }, { "TYPE_ID", person.Kind }, { "OPENED", person.IsOpen },
                { "UF_CRM_TAGS", new[] { "a", "b & c" } }, { "UF_CRM_NUMBERS", new List<int> { 1, 2, 3 } },
            };
            using var added = await gateway.RequestAsync("crm.contact.add", new Dictionary<string, object> { ["fields"] = fields, ["params"] = new { REGISTER_SONET_EVENT = "N" } });
            ids.Add(added.RootElement.GetProperty("result").GetRawText());
        }

        output.WriteLine(string.Join(" ", ids));
    }
}
