using Bitrix24.Analyzers.Tests.Verify;

namespace Bitrix24.Analyzers.Tests.Repetition;

/// <summary>Calls whose result is kept: once for all, or once for each key.</summary>
public sealed class MemoisationTests
{
    const string Fields = """
        string? _fields;
        readonly Dictionary<int, string> _deals = [];
        readonly System.Collections.Concurrent.ConcurrentDictionary<int, string> _safe = new();
        readonly Microsoft.Extensions.Caching.Memory.IMemoryCache _cache = null!;
        bool _loaded;
        """;

    static Scenario Loop(string body) => Code.InClass($$"""
        {{Fields}}

        public async Task RunAsync(IReadOnlyList<int> ids, int owner)
        {
            foreach (var id in ids)
            {
                await Task.Yield();
                {{body}}
            }

            Console.WriteLine($"{_fields}{_deals}{_safe}{_cache}{_loaded}{owner}");
        }
        """).With("Usings.cs", "global using Microsoft.Extensions.Caching.Memory;").WithStub("Microsoft.Extensions.Caching.Abstractions");

    [Theory]
    [InlineData("""_fields ??= await portal.CallAsync("crm.deal.fields");""")]
    [InlineData("""this._fields ??= await portal.CallAsync("crm.deal.fields");""")]
    [InlineData("""var f = _fields ?? (_fields = await portal.CallAsync("crm.deal.fields")); Console.WriteLine(f);""")]
    [InlineData("""if (_fields == null) _fields = await portal.CallAsync("crm.deal.fields");""")]
    [InlineData("""if (_fields is null) { _fields = await portal.CallAsync("crm.deal.fields"); }""")]
    [InlineData("""if (string.IsNullOrEmpty(_fields)) { var f = await portal.CallAsync("crm.deal.fields"); _fields = f; }""")]
    [InlineData("""if (!_loaded) { await portal.CallAsync("crm.deal.fields"); _loaded = true; }""")]
    [InlineData("""if (!_deals.TryGetValue(owner, out var deal)) { deal = await portal.CallAsync("crm.deal.get", new { owner }); _deals[owner] = deal; }""")]
    [InlineData("""if (!_deals.ContainsKey(owner)) _deals.Add(owner, await portal.CallAsync("crm.deal.get", new { owner }));""")]
    [InlineData("""_safe.GetOrAdd(owner, k => portal.CallAsync("crm.deal.get", new { k }).Result);""")]
    [InlineData("""await _cache.GetOrCreateAsync("fields", e => portal.CallAsync("crm.deal.fields"));""")]
    [InlineData("""await _cache.GetOrCreateAsync(owner, e => portal.CallAsync("crm.deal.get", new { owner }));""")]
    public Task AResultThatIsKeptOutsideOfTheLoopIsQuiet(string body) => Loop(body).QuietAsync();

    [Theory]
    [InlineData("""string? fields = null; fields ??= await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); Console.WriteLine(fields);""")]
    [InlineData("""string? fields = null; if (fields == null) fields = await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""var f = _fields ?? await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); Console.WriteLine(f);""")]
    [InlineData("""if (_fields == null) Console.WriteLine(await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }));""")]
    [InlineData("""if (_fields != null) _fields = await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""_fields = await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""if (!_deals.TryGetValue(id, out var deal)) { deal = await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }); _deals[id] = deal; }""")]
    [InlineData("""if (!_deals.ContainsKey(id)) _deals[id] = await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""if (!_deals.TryGetValue(owner, out var deal)) deal = await portal.{|BX1001:CallAsync|}("crm.deal.get", new { id });""")]
    [InlineData("""_safe.GetOrAdd(id, k => portal.{|BX1001:CallAsync|}("crm.deal.get", new { k }).Result);""")]
    [InlineData("""await _cache.GetOrCreateAsync(id, e => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }));""")]
    [InlineData("""await _cache.GetOrCreateAsync($"deal:{id}", e => portal.{|BX1001:CallAsync|}("crm.deal.get", new { id }));""")]
    public Task AResultThatIsKeptPerElementOrNotAtAllReports(string body) => Loop(body).Naming("crm.deal.get").ReportsAsync();

    static Scenario Helper(string member, string use) => Code.InClass($$"""
        {{Fields}}
        {{member}}

        public async Task RunAsync(IReadOnlyList<int> ids, int owner)
        {
            foreach (var id in ids)
            {
                await Task.Yield();
                {{use}}
            }

            Console.WriteLine($"{_fields}{_deals}{_safe}{_cache}{_loaded}{owner}");
        }
        """).With("Usings.cs", "global using Microsoft.Extensions.Caching.Memory;").WithStub("Microsoft.Extensions.Caching.Abstractions");

    [Theory]
    [InlineData("""async Task<string> FieldsAsync() => _fields ??= await portal.CallAsync("crm.deal.fields");""", "await FieldsAsync();")]
    [InlineData("""async Task<string> FieldsAsync() { if (_fields != null) return _fields; _fields = await portal.CallAsync("crm.deal.fields"); return _fields; }""", "await FieldsAsync();")]
    [InlineData("""async Task LoadAsync() { if (_loaded) return; await portal.CallAsync("crm.deal.fields"); _loaded = true; }""", "await LoadAsync();")]
    [InlineData("""string All => _fields ??= portal.CallAsync("crm.deal.fields").Result;""", "Console.WriteLine(All);")]
    [InlineData("""readonly Lazy<Task<string>> _all = new(() => portal.CallAsync("crm.deal.fields"));""", "await _all.Value;")]
    [InlineData("""async Task<string> DealAsync(int key) { if (_deals.TryGetValue(key, out var d)) return d; d = await portal.CallAsync("crm.deal.get", new { key }); _deals[key] = d; return d; }""", "await DealAsync(owner);")]
    [InlineData("""string Deal(int key) => _safe.GetOrAdd(key, k => portal.CallAsync("crm.deal.get", new { k }).Result);""", "Console.WriteLine(Deal(owner));")]
    [InlineData("""string Deal(int key) => _safe.GetOrAdd(key, Load); string Load(int k) => portal.CallAsync("crm.deal.get", new { k }).Result;""", "Console.WriteLine(Deal(owner));")]
    [InlineData("""Task<string> DealAsync(int key) => _cache.GetOrCreateAsync(key, e => portal.CallAsync("crm.deal.get", new { key }))!;""", "await DealAsync(owner);")]
    public Task AHelperThatKeepsItsResultIsQuiet(string member, string use) => Helper(member, use).QuietAsync();

    [Theory]
    [InlineData("""async Task<string> DealAsync(int key) => _fields ?? await portal.CallAsync("crm.deal.get", new { key });""", "await {|BX1001:DealAsync|}(id);")]
    [InlineData("""async Task<string> DealAsync(int key) { string? deal = null; deal ??= await portal.CallAsync("crm.deal.get", new { key }); return deal; }""", "await {|BX1001:DealAsync|}(id);")]
    [InlineData("""string All => portal.CallAsync("crm.deal.get", new { id = 1 }).Result;""", "Console.WriteLine({|BX1001:All|});")]
    [InlineData("""async Task<string> DealAsync(int key) { if (_deals.TryGetValue(key, out var d)) return d; d = await portal.CallAsync("crm.deal.get", new { key }); _deals[key] = d; return d; }""", "await {|BX1001:DealAsync|}(id);")]
    [InlineData("""string Deal(int key) => _safe.GetOrAdd(key, k => portal.CallAsync("crm.deal.get", new { k }).Result);""", "Console.WriteLine({|BX1001:Deal|}(id));")]
    [InlineData("""string Deal(int key) => _safe.GetOrAdd(key, Load); string Load(int k) => portal.CallAsync("crm.deal.get", new { k }).Result;""", "Console.WriteLine({|BX1001:Deal|}(id));")]
    [InlineData("""Task<string> DealAsync(int key) => _cache.GetOrCreateAsync($"deal:{key}", e => portal.CallAsync("crm.deal.get", new { key }))!;""", "await {|BX1001:DealAsync|}(id);")]
    public Task AHelperThatKeepsPerElementOrNotAtAllReports(string member, string use) => Helper(member, use).Naming("crm.deal.get").ReportsAsync();
}
