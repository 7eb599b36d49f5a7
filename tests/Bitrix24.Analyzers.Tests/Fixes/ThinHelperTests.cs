using static Bitrix24.Analyzers.Tests.Fixes.UserCode;

namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>A helper that only makes its call: the loop makes it itself, with the helper's parameters.</summary>
public class ThinHelperTests
{
    const string Update = """
        foreach (var deal in deals)
        {
            await service.{|BX1001:UpdateAsync|}(deal.Id, deal.Title);
        }
        """;

    const string Updated = """
        await Bitrix24Batch.SendAsync(
            deals.Select(deal => Bitrix24Batch.Command("crm.deal.update", service.UpdateParameters(deal.Id, deal.Title))),
            (string method, object body) => service.SendCommandAsync(method, body));
        """;

    const string Bridge = "internal Task<JsonElement> SendCommandAsync(string method, object body) => _client.CallAsync(method, body);";

    [Theory]
    [InlineData("""
        public Task UpdateAsync(int id, string title) => _client.CallAsync("crm.deal.update", new { id, fields = new { TITLE = title } });
        """, """
        public Task UpdateAsync(int id, string title) => _client.CallAsync("crm.deal.update", UpdateParameters(id, title));

        internal object UpdateParameters(int id, string title) => new { id, fields = new { TITLE = title } };
        """)]
    [InlineData("""
        public async Task UpdateAsync(int id, string title)
        {
            await _client.CallAsync("crm.deal.update", new { id, fields = new { TITLE = title } });
        }
        """, """
        public async Task UpdateAsync(int id, string title)
        {
            await _client.CallAsync("crm.deal.update", UpdateParameters(id, title));
        }

        internal object UpdateParameters(int id, string title) => new { id, fields = new { TITLE = title } };
        """)]
    [InlineData("""
        /// <summary>Updates a deal.</summary>
        public async Task<JsonElement> UpdateAsync(int id, string title)
        {
            // All fields.
            var fields = new Dictionary<string, object>
            {
                ["TITLE"] = title,
            };
            return await _client.CallAsync("crm.deal.update", new { id, fields });
        }
        """, """
        /// <summary>Updates a deal.</summary>
        public async Task<JsonElement> UpdateAsync(int id, string title)
        {
            return await _client.CallAsync("crm.deal.update", UpdateParameters(id, title));
        }

        internal object UpdateParameters(int id, string title)
        {
            // All fields.
            var fields = new Dictionary<string, object>
            {
                ["TITLE"] = title,
            };
            return new { id, fields };
        }
        """)]
    public Task Helpers(string before, string after) => FixCase.FixesAll(
        (WithService(Update), WithService(Updated)),
        (Service(before), Service(after + "\n\n" + Bridge)),
        (Client, Client));

    [Fact]
    public Task TwoLoopsShareAHelper() => FixCase.FixesAll(
        (WithService(Update + "\n" + Update), WithService(Updated + "\n" + Updated)),
        (Service("""
            public Task UpdateAsync(int id, string title) => _client.CallAsync("crm.deal.update", new { id, fields = new { TITLE = title } });
            """),
        Service($$"""
            public Task UpdateAsync(int id, string title) => _client.CallAsync("crm.deal.update", UpdateParameters(id, title));

            internal object UpdateParameters(int id, string title) => new { id, fields = new { TITLE = title } };

            {{Bridge}}
            """)),
        (Client, Client));

    [Fact]
    public Task AConstantOfTheHelpers() => FixCase.FixesAll(
        (WithService(Update), WithService(Updated)),
        (Service("""
            const string DealUpdate = "crm.deal.update";

            public Task UpdateAsync(int id, string title) => _client.CallAsync(DealUpdate, new { id, title });
            """),
        Service($$"""
            const string DealUpdate = "crm.deal.update";

            public Task UpdateAsync(int id, string title) => _client.CallAsync(DealUpdate, UpdateParameters(id, title));

            internal object UpdateParameters(int id, string title) => new { id, title };

            {{Bridge}}
            """)),
        (Client, Client));

    [Theory]
    [InlineData("public virtual Task UpdateAsync(int id, string title) => _client.CallAsync(\"crm.deal.update\", new { id, title });")]
    [InlineData("int _count;\npublic Task UpdateAsync(int id, string title) => _client.CallAsync(\"crm.deal.update\", new { id, title, n = _count++ });")]
    [InlineData("public async Task<bool> UpdateAsync(int id, string title) { await _client.CallAsync(\"crm.deal.update\", new { id, title }); throw new System.InvalidOperationException(); }")]
    [InlineData("public async Task UpdateAsync(int id, string title) { if (id > 0) await _client.CallAsync(\"crm.deal.update\", new { id, title }); }")]
    public Task Stays(string helper) => FixCase.Stays(WithService(Update), Service(helper), Client);

    [Fact]
    public Task TheLoopIsInTheSameClass() => FixCase.FixesAll(
        (Service("""
            public async Task RunAsync(List<Deal> deals)
            {
                foreach (var deal in deals)
                    System.Console.WriteLine(await {|BX1001:GetAsync|}(deal.Id));
            }

            Task<JsonElement> GetAsync(int id) => _client.CallAsync("crm.deal.get", new { id });
            """),
        Service("""
            public async Task RunAsync(List<Deal> deals)
            {
                var batch = Bitrix24Batch.Create(
                    deals.Select(deal => Bitrix24Batch.Command("crm.deal.get", GetParameters(deal.Id))),
                    (string method, object body) => _client.CallAsync(method, body));
                foreach (var deal in deals)
                    System.Console.WriteLine(await batch.NextAsync());
            }

            Task<JsonElement> GetAsync(int id) => _client.CallAsync("crm.deal.get", GetParameters(id));

            private object GetParameters(int id) => new { id };
            """).Replace("using System.Text.Json;", "using System.Linq;\nusing System.Text.Json;", StringComparison.Ordinal)),
        (Client, Client));
}
