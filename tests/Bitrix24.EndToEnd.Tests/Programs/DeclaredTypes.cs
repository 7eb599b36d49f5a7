// System.Text.Json writes what the declared type has, not what the object has: where the two differ, a call goes out alone.
// client: HttpJson
// n: 0 1 51
// size: people = n
// after: ⌈n/50⌉
// after-51: 5 + 5 + 1
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public class Person
{
    public string NAME { get; set; } = "";

    public List<Contact> PHONE { get; set; } = [];
}

public class Employee : Person
{
    public string POST { get; set; } = "";
}

public class Contact
{
    public string VALUE { get; set; } = "";
}

public class WorkContact : Contact
{
    public string VALUE_TYPE { get; set; } = "WORK";
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var bitrix = new Bitrix(new HttpClient(), webhook);
        List<Person> people = Enumerable.Range(1, n).Select(i => i % 10 == 0 ? new Employee { NAME = $"N{i}", POST = "boss", PHONE = [new WorkContact { VALUE = $"+{i}" }] } : new Person { NAME = $"N{i}", PHONE = [new Contact { VALUE = "-" }] }).ToList();
        foreach (var person in people)
            await bitrix.CallAsync("crm.contact.add", new { fields = person, extra = (object)person });
        output.WriteLine(people.Count);
    }
}
