using System.Text.Json;

namespace Bitrix24.Batch.Tests;

/// <summary>A portal sees the same parameters from a batch as from a loop of plain calls.</summary>
public class FidelityTests
{
    static readonly string[] Texts =
        ["", "a", "a b", "a+b", "a&b=c", "#1", "100%", "%41", "\"q\"", "Сделка №5", "👍🏽", "[x]", "\\", "\n", "$5", "{\"a\":1}"];
    static readonly string[] Keys = ["id", "TITLE", "UF_CRM_1", ">ID", "!=A", "%B", "@C", "Ключ", "a b", "a+b", "a.b", "0", "1"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task AnyParametersAsJson(int seed)
    {
        var random = new Random(seed);
        var all = Enumerable.Range(0, 200).Select(_ => (object)Map(random, 0)).ToList();

        await AssertSame(all, (portal, method, body) => portal.Json(method, body));
        await AssertSame(all.ConvertAll(parameters => (object)JsonSerializer.Serialize(parameters)), (portal, method, body) => portal.Json(method, body));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task AnyFormPairs(int seed)
    {
        var random = new Random(seed);
        var all = Enumerable.Range(0, 200).Select(_ => Enumerable.Range(0, random.Next(1, 6))
            .Select(_ => KeyValuePair.Create(FormKey(random), Pick(random, Texts))).ToList()).ToList();
        Portal loop = new(), batched = new();
        foreach (var pairs in all)
            loop.Form("crm.deal.update", pairs);

        await Bitrix24Batch.SendAsync(
            all.Select(pairs => Bitrix24Batch.Command("crm.deal.update", pairs)),
            (string method, List<KeyValuePair<string, string>> body) => Task.FromResult(batched.Form(method, body)));

        Assert.Equal(loop.Ran, batched.Ran);
        Assert.True(batched.Requests.Count < loop.Requests.Count / 2);
    }

    /// <summary>Text that stood unencoded in an address, where the framework encodes it, means the same in a batch.</summary>
    [Theory]
    [InlineData("ID=5&TITLE=a b")]
    [InlineData("TITLE=a+b&NAME=c%2Bd")]
    [InlineData("TITLE=\"Сделка\" №5 👍🏽")]
    [InlineData("FIELDS[NAME]='a'&FIELDS[LIST][]=<x>&FIELDS[LIST][]={y}|^`\\")]
    [InlineData("TITLE=a\nb\tc")]
    [InlineData("SHARE=100%&REST=5%2")]
    [InlineData("&start=50&")]
    [InlineData("LINK=http://example.com:80/?a=b;c,d")]
    public async Task TextOfAnAddress(string query)
    {
        Portal loop = new(), batched = new();
        var address = new Uri("https://example.com/rest/crm.deal.update?" + query.Replace(" ", "%20", StringComparison.Ordinal));
        for (var i = 0; i < 2; i++)
            loop.Query("crm.deal.update", address.Query[1..]);

        await Bitrix24Batch.SendAsync(
            Enumerable.Repeat(Bitrix24Batch.Command("crm.deal.update", query), 2),
            (string method, string body) => Task.FromResult(batched.Query(method, body)));

        Assert.Equal(loop.Ran, batched.Ran);
        Assert.Single(batched.Requests);
    }

    /// <summary>The address of a request ends at a <c>#</c>, and has no blanks behind it.</summary>
    [Theory]
    [InlineData("ID=5&TITLE=C# & F#&OPENED=Y")]
    [InlineData("TITLE=C%23 & F%23")]
    [InlineData("ID=5&TITLE=a ")]
    [InlineData("ID=5&TITLE=Сделка + 1\n")]
    public async Task QueryOfAnAddress(string query)
    {
        Portal loop = new(), batched = new();
        var address = new Uri("https://example.com/rest/crm.deal.update?" + query);
        for (var i = 0; i < 2; i++)
            loop.Query("crm.deal.update", address.Query[1..]);

        await Bitrix24Batch.SendAsync(
            Enumerable.Repeat(Bitrix24Batch.Command("crm.deal.update", Bitrix24Batch.Query(query)), 2),
            (string method, string body) => Task.FromResult(batched.Query(method, body)));

        Assert.Equal(loop.Ran, batched.Ran);
        Assert.Single(batched.Requests);
    }

    [Theory]
    [InlineData("""{"filter":{"COMPANY_ID":false}}""", false)]
    [InlineData("""{"FILTER":{"LOGIC":"OR","0":{"=UF_CRM_1":false}}}""", false)]
    [InlineData("""{"filter":{"COMPANY_ID":0,"OPENED":true}}""", true)]
    [InlineData("""{"fields":{"OPENED":false}}""", true)]
    public async Task FalseInAFilter(string parameters, bool isShared)
    {
        foreach (var given in new object[] { parameters, JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, object>>>(parameters)! })
        {
            var portal = new Portal();
            await Bitrix24Batch.SendAsync(
                Enumerable.Repeat(Bitrix24Batch.Command("crm.deal.list", given), 2),
                (string method, object body) => Task.FromResult(portal.Json(method, body)));
            Assert.Equal(isShared ? 1 : 2, portal.Requests.Count);
        }
    }

    public class Contact
    {
        public string VALUE { get; set; } = "1";
    }

    public class WorkContact : Contact
    {
        public string VALUE_TYPE { get; set; } = "WORK";
    }

    public static TheoryData<object, bool> Declared => new()
    {
        { new { PHONE = new Contact() }, true },
        { new { PHONE = (Contact)new WorkContact() }, false },
        { new { PHONE = (object)new WorkContact() }, true },
        { new { PHONE = new List<Contact> { new() } }, true },
        { new { PHONE = new List<Contact> { new WorkContact() } }, false },
        { new { PHONE = new Contact[] { new WorkContact() } }, false },
        { new { PHONE = (IEnumerable<Contact>)new List<WorkContact> { new() } }, false },
        { new { PHONE = (IReadOnlyList<Contact>)new List<Contact> { new() } }, true },
        { new { PHONE = (IEnumerable<int>)new List<int> { 5 } }, true },
        { new Dictionary<string, Contact> { ["PHONE"] = new WorkContact() }, false },
        { new Dictionary<string, object> { ["PHONE"] = new WorkContact() }, true },
        { new { fields = (IDictionary<string, object>)new Dictionary<string, object> { ["PHONE"] = new WorkContact() } }, true },
    };

    /// <summary>System.Text.Json writes the members of the type that a property or an item is declared with, and no more.</summary>
    [Theory]
    [MemberData(nameof(Declared))]
    public async Task DeclaredTypes(object parameters, bool isShared)
    {
        Portal loop = new(), batched = new();
        for (var i = 0; i < 2; i++)
            loop.Json("crm.contact.add", parameters);

        await Bitrix24Batch.SendAsync(
            Enumerable.Repeat(Bitrix24Batch.Command("crm.contact.add", parameters), 2),
            (string method, object body) => Task.FromResult(batched.Json(method, body)));

        Assert.Equal(loop.Ran, batched.Ran);
        Assert.Equal(isShared ? 1 : 2, batched.Requests.Count);
    }

    static async Task AssertSame(List<object> all, Func<Portal, string, object, string> send)
    {
        Portal loop = new(), batched = new();
        foreach (var parameters in all)
            send(loop, "crm.deal.update", parameters);

        if (all[0] is string)
        {
            await Bitrix24Batch.SendAsync(
                all.Select(parameters => Bitrix24Batch.Command("crm.deal.update", parameters)),
                (string method, string body) => Task.FromResult(send(batched, method, body)));
        }
        else
        {
            await Bitrix24Batch.SendAsync(
                all.Select(parameters => Bitrix24Batch.Command("crm.deal.update", parameters)),
                (string method, object body) => Task.FromResult(send(batched, method, body)));
        }

        Assert.Equal(loop.Ran, batched.Ran);
        Assert.True(batched.Requests.Count < loop.Requests.Count);
    }

    static Dictionary<string, object?> Map(Random random, int depth)
    {
        var map = new Dictionary<string, object?>();
        for (var count = random.Next(1, 5); count > 0; count--)
            map[depth == 0 && random.Next(8) > 0 ? Pick(random, Keys[..3]) : Pick(random, Keys)] = Value(random, depth);
        return map;
    }

    static object? Value(Random random, int depth) => random.Next(depth > 3 ? 5 : 8) switch
    {
        0 => random.Next(-1000, 1000),
        1 => random.Next(2) == 0,
        2 => random.Next(25) == 0 ? null : (decimal)random.NextDouble(),
        3 or 4 => Pick(random, Texts),
        5 => Enumerable.Range(0, random.Next(random.Next(10) == 0 ? 0 : 1, 4)).Select(_ => Value(random, depth + 1)).ToList(),
        _ => Map(random, depth + 1),
    };

    static string FormKey(Random random) => random.Next(4) switch
    {
        0 => "select[]",
        1 => $"filter[{Pick(random, Keys)}]",
        2 => $"fields[PHONE][{random.Next(2)}][VALUE]",
        _ => Pick(random, Keys[..3]),
    };

    static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
