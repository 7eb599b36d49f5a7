// A helper that first looks whether there is anything to do.
// client: HttpJson
// n: 0 1 51 100
// seed: crm.contact 100
// size: people = n
// after: ⌈n/70⌉
// after-1: 0
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

public record Person(int Id, string Phone);

public class Phones
{
    private readonly Bitrix _bitrix;

    public Phones(Bitrix bitrix)
    {
        _bitrix = bitrix;
    }

    public async Task SaveAsync(Person person)
    {
        if (person.Id <= 1)
            return;
        if (person.Phone.Length == 0)
            return;

        await _bitrix.CallAsync("crm.contact.update", new { id = person.Id, fields = new { PHONE = new[] { new { VALUE = person.Phone, VALUE_TYPE = "WORK" } } } });
    }
}

public static class Program
{
    public static async Task RunAsync(string webhook, int n, TextWriter output)
    {
        var phones = new Phones(new Bitrix(new HttpClient(), webhook));
        var people = Enumerable.Range(1, n).Select(i => new Person(i, i % 4 == 0 ? "" : $"+7 (495) {i:0000000}")).ToList();
        foreach (var person in people)
        {
            await phones.SaveAsync(person);
        }

        output.WriteLine(people.Count);
    }
}
