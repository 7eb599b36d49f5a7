using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bitrix24.Analyzers.Benchmarks;

/// <summary>
/// An application of 300 files, made in memory: a client over HttpClient behind an interface, services that call it in
/// loops and through helpers, and ten times as much code that has nothing to do with it.
/// </summary>
public static class SyntheticCode
{
    public const int Files = 300;

    /// <summary>One file in this many calls the client.</summary>
    const int ServiceEvery = 10;

    static readonly MetadataReference[] References = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(static path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "mscorlib.dll" or "netstandard.dll")
        .Select(static path => MetadataReference.CreateFromFile(path))
        .ToArray<MetadataReference>();

    /// <summary>Parsed anew each time: analyzers keep what they know of a tree for as long as the tree lives.</summary>
    public static CSharpCompilation Compile(bool evidence) => Compile(Enumerable.Range(0, Files).Select(i => Parse(Text(i, evidence), i)));

    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "Synthetic",
        trees,
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false, nullableContextOptions: NullableContextOptions.Enable));

    public static SyntaxTree Parse(string text, int file) => CSharpSyntaxTree.ParseText(text, path: $"File{file}.cs");

    /// <summary>The file of a service, which an editor has open.</summary>
    public const int ServiceFile = ServiceEvery;

    public static string Text(int file, bool evidence)
    {
        var text = file == 0 ? Client : file % ServiceEvery == 0 ? Service : Plain;
        var next = (file + 1) % Files is var n && n % ServiceEvery == 0 ? n + 1 : n;
        return text
            .Replace("@File", file.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("@Next", next.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("@Client", evidence ? "Bitrix24Client" : "WarehouseClient", StringComparison.Ordinal)
            .Replace("@Root", evidence ? "https://portal.example/rest/1/code/" : "https://stock.example/api/1/code/", StringComparison.Ordinal)
            .Replace("@Read", evidence ? "crm.deal.get" : "stock-get", StringComparison.Ordinal)
            .Replace("@Write", evidence ? "crm.deal.update" : "stock-update", StringComparison.Ordinal);
    }

    const string Client = """
        using System.Net.Http;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;

        namespace Synthetic;

        public interface I@Client
        {
            Task<string> CallAsync(string method, object parameters);
        }

        public class @Client : I@Client
        {
            private readonly HttpClient _http = new();

            public async Task<string> CallAsync(string method, object parameters)
            {
                var body = new StringContent(JsonSerializer.Serialize(parameters), Encoding.UTF8, "application/json");
                var response = await _http.PostAsync("@Root" + method, body);
                return await response.Content.ReadAsStringAsync();
            }
        }
        """;

    const string Service = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        namespace Synthetic;

        public class Service@File
        {
            private readonly I@Client _client;

            public Service@File(I@Client client) => _client = client;

            public async Task<List<string>> ReadAsync(IEnumerable<int> ids)
            {
                var answers = new List<string>();
                foreach (var id in ids)
                {
                    var answer = await _client.CallAsync("@Read", new { id });
                    if (answer.Length > 0)
                        answers.Add(answer);
                }

                return answers;
            }

            public async Task WriteAsync(IReadOnlyList<Order@Next> orders, string stage)
            {
                for (var i = 0; i < orders.Count; i++)
                    await WriteOneAsync(orders[i], stage);
            }

            private async Task WriteOneAsync(Order@Next order, string stage)
            {
                var fields = new Dictionary<string, object> { ["STAGE_ID"] = stage, ["OPPORTUNITY"] = order.Total };
                await _client.CallAsync("@Write", new { id = order.Id, fields });
            }

            public string Describe(IEnumerable<Order@Next> orders) =>
                string.Join(", ", orders.Where(o => o.Total > 0).OrderBy(o => o.Id).Select(o => o.Describe()));
        }
        """;

    const string Plain = """
        using System;
        using System.Collections.Generic;
        using System.Globalization;
        using System.Linq;
        using System.Text;

        namespace Synthetic;

        public record Order@File(int Id, string Customer, decimal Total)
        {
            public string Describe() => $"{Id}: {Customer.Trim()} {Total.ToString("0.00", CultureInfo.InvariantCulture)}";
        }

        public class Ledger@File
        {
            private readonly Dictionary<int, List<Order@File>> _orders = new();

            public void Add(Order@File order)
            {
                if (!_orders.TryGetValue(order.Id, out var list))
                    _orders[order.Id] = list = new List<Order@File>();
                list.Add(order);
            }

            public decimal Sum(Func<Order@File, bool> wanted)
            {
                var sum = 0m;
                foreach (var list in _orders.Values)
                {
                    foreach (var order in list)
                    {
                        if (wanted(order))
                            sum += order.Total;
                    }
                }

                return Math.Round(sum, 2);
            }

            public string Print(int width)
            {
                var text = new StringBuilder();
                for (var i = 0; i < width; i++)
                    text.Append('-');
                foreach (var pair in _orders.OrderBy(p => p.Key))
                    text.AppendLine(pair.Key.ToString(CultureInfo.InvariantCulture).PadLeft(8)).AppendLine(string.Join(";", pair.Value.Select(o => o.Describe())));
                return text.ToString();
            }

            public IEnumerable<Order@File> Parse(string csv)
            {
                foreach (var line in csv.Split('\n').Skip(1))
                {
                    var cells = line.Split(';');
                    if (cells.Length < 3 || !int.TryParse(cells[0], out var id))
                        continue;
                    yield return new Order@File(id, cells[1].ToUpperInvariant(), decimal.Parse(cells[2], CultureInfo.InvariantCulture));
                }
            }

            public Dictionary<string, decimal> ByCustomer() => _orders.Values.SelectMany(l => l).GroupBy(o => o.Customer).ToDictionary(g => g.Key, g => g.Sum(o => o.Total));

            public int Compare(Ledger@Next other) => string.CompareOrdinal(Print(10), other.Print(10));

            public static Ledger@File Merge(params Ledger@File[] ledgers)
            {
                var merged = new Ledger@File();
                foreach (var order in ledgers.SelectMany(l => l._orders.Values).SelectMany(l => l).Distinct())
                    merged.Add(order with { Customer = order.Customer.Replace("  ", " ").Trim() });
                return merged;
            }
        }
        """;
}
