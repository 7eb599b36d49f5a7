using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Entities;
using Bitrix24.Emulator.Version3;

namespace Bitrix24.Emulator.Tests;

/// <summary>The tables that describe entities hold together.</summary>
public sealed class DataTests : PortalTest
{
    public static TheoryData<string> Prefixes() => new(EntityMethod.All().Where(method => method.Verb.Kind == "add").Select(method => method.Entity.Prefix).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    private static JsonNode Value(Field field) => field.Kind switch
    {
        FieldKind.Integer => JsonValue.Create(7),
        FieldKind.Double or FieldKind.Money => JsonValue.Create(2.5),
        FieldKind.Flag => JsonValue.Create("Y"),
        FieldKind.Boolean => JsonValue.Create(true),
        FieldKind.DateTime => JsonValue.Create("2026-02-03T04:05:06+03:00"),
        FieldKind.Date => JsonValue.Create("2026-02-03T00:00:00+03:00"),
        FieldKind.Multi => new JsonArray(new JsonObject { ["VALUE"] = "+7" }),
        FieldKind.List => new JsonArray("5"),
        _ => JsonValue.Create($"text of {field.Name}"),
    };

    [Theory]
    [MemberData(nameof(Prefixes))]
    public async Task What_is_added_is_stored_and_the_row_is_found(string prefix)
    {
        var methods = EntityMethod.All().Where(method => method.Entity.Prefix == prefix).ToList();
        var entity = methods[0].Entity;
        var owner = new JsonObject();
        if (entity.Style == "item")
            owner["entityTypeId"] = 140;
        if (entity.Owner.Length > 0 && !entity.Owner.StartsWith('='))
            owner[entity.Owner.Split(':', '|')[0]] = 1;
        var shape = Shape.Of(entity.Style == "item" ? "crm_item_140" : entity.Table);
        var given = shape.Fields.Where(field => !field.IsReadOnly && !field.IsId && !entity.Owner.EndsWith(":" + field.Name, StringComparison.Ordinal)).ToList();
        var fields = new JsonObject();
        foreach (var field in given)
            fields[entity.TakesCamel ? field.Camel : field.Name] = Value(field);
        var id = Assert.Single(Portal.Seed(prefix, 1, _ => fields, owner));
        var table = entity.Style == "item" ? "crm_item_140" : entity.Table;
        var row = JsonNode.Parse(Portal.State(withTimes: true))![table]![Rest.Text(id)]!;
        Assert.All(given, field => Assert.NotNull(row[field.Name]));
        if (methods.Find(method => method.Verb is { Kind: "list", Suffix: not "search" }) is not { } list)
            return;
        var parameters = (JsonObject)owner.DeepClone();
        parameters["order"] = new JsonObject { ["ID"] = "DESC", ["id"] = "DESC" };
        parameters["auth"] = Portal.Install("shop").AccessToken;
        var answer = await Rest.Read(await Rest.Client.PostAsync(Portal.RestUrl + list.Name, JsonContent.Create(parameters)));
        var rows = answer.Result is JsonArray plain ? plain : answer.Result!.AsObject().Single().Value!.AsArray();
        var shown = rows.Single(each => (each!["ID"] ?? each["id"])!.ToString() == Rest.Text(id))!;
        Assert.All(given.Where(field => field.IsListed), field => Assert.NotNull(shown[entity.AnswersCamel ? field.Camel : field.Name]));
    }

    [Fact]
    public void Every_line_names_what_exists()
    {
        var styles = Verb.Read();
        foreach (var entity in Entity.Read())
        {
            Assert.NotEmpty(styles[entity.Style]);
            Assert.NotEmpty(Shape.Of(entity.Style == "item" ? "crm_item_140" : entity.Table).Fields);
            Assert.NotNull(Shape.Of(entity.Table == "crm_item" ? "crm_item_140" : entity.Table).Stored(entity.Order.TrimStart('-')));
            Assert.Equal(styles[entity.Style].Any(verb => verb.Result.Contains('*', StringComparison.Ordinal)), entity.One.Length > 0);
        }

        Assert.All(Entity3.Read(), entity => Assert.NotEmpty(entity.Shape.Fields));
        Assert.NotEmpty(VersionThree.Names);
    }

    [Theory]
    [InlineData("QUERY_LIMIT_EXCEEDED", 503)]
    [InlineData("OPERATION_TIME_LIMIT", 429)]
    [InlineData("OVERLOAD_LIMIT", 503)]
    [InlineData("ERROR_BATCH_LENGTH_EXCEEDED", 400)]
    [InlineData("ERROR_BATCH_METHOD_NOT_ALLOWED", 405)]
    [InlineData("INTERNAL_SERVER_ERROR", 500)]
    [InlineData("ERROR_UNEXPECTED_ANSWER", 500)]
    [InlineData("PORTAL_DELETED", 500)]
    [InlineData("expired_token", 401)]
    [InlineData("NO_AUTH_FOUND", 401)]
    [InlineData("INVALID_REQUEST", 400)]
    [InlineData("ACCESS_DENIED", 403)]
    [InlineData("INVALID_CREDENTIALS", 403)]
    [InlineData("insufficient_scope", 403)]
    [InlineData("user_access_error", 403)]
    [InlineData("WRONG_AUTH_TYPE", 403)]
    [InlineData("ERROR_METHOD_NOT_FOUND", 404)]
    [InlineData("ERROR_EVENT_NOT_FOUND", 400)]
    [InlineData("BITRIX_REST_V3_EXCEPTION_INVALIDSELECTEXCEPTION", 400)]
    [InlineData("BITRIX_REST_V3_EXCEPTION_INVALIDJSONEXCEPTION", 400)]
    [InlineData("BITRIX_REST_V3_EXCEPTION_VALIDATION_REQUESTVALIDATIONEXCEPTION", 400)]
    [InlineData("BITRIX_REST_V3_EXCEPTION_IDEMPOTENCYKEYREUSEDEXCEPTION", 422)]
    [InlineData("BITRIX_REST_V3_EXCEPTION_INVALIDIDEMPOTENCYKEYEXCEPTION", 400)]
    [InlineData("BITRIX_REST_V3_EXCEPTION_ACCESSDENIEDEXCEPTION", 403)]
    [InlineData("BITRIX_REST_V3_EXCEPTION_INSUFFICIENTSCOPEEXCEPTION", 403)]
    [InlineData("BITRIX_REST_V3_EXCEPTION_UNKNOWNDTOPROPERTYEXCEPTION", 400)]
    [InlineData("BITRIX_REST_V3_EXCEPTION_UNKNOWNFILTEROPERATOREXCEPTION", 400)]
    [InlineData("BITRIX_REST_V3_EXCEPTION_ENTITYNOTFOUNDEXCEPTION", 400)]
    [InlineData("SOMETHING_ELSE", 400)]
    public async Task Documented_errors_have_their_documented_status(string code, int status)
    {
        Portal.Fail("crm.lead.get", call: 1, code: code);
        var answer = await Rest.Json("crm.lead.get", new { id = 1 });
        Assert.Equal((status, code), ((int)answer.Status, answer.Error));
    }

    /// <summary>Methods that the catalogue gives to applications alone refuse a webhook, and no others do.</summary>
    [Fact]
    public async Task Methods_of_applications_alone_are_those_of_the_catalogue()
    {
        var lines = File.ReadLines(Repository.Path("src/Bitrix24.LoadModel/Catalogue/methods.tsv")).Select(line => line.Split('\t')).ToList();
        var (name, rest, only) = (Array.IndexOf(lines[0], "method"), Array.IndexOf(lines[0], "rest"), Array.IndexOf(lines[0], "app_only"));
        var catalogue = lines.Where(line => line[rest] != "v3" && line[only] == "yes").Select(line => line[name]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var token = Portal.Install("shop").AccessToken;
        var refused = new List<string>();
        foreach (var method in MethodTable.All.Names)
        {
            if ((await Rest.Json(method)).Error == "WRONG_AUTH_TYPE")
                refused.Add(method);
            Assert.NotEqual("WRONG_AUTH_TYPE", (await Rest.Read(await Rest.Client.GetAsync($"{Portal.RestUrl}{method}?auth={token}"))).Error);
        }

        Assert.Equal(MethodTable.All.Names.Where(catalogue.Contains), refused);
        Assert.Equal(
            ["entity.item.add", "entity.item.delete", "entity.item.get", "entity.item.update", "event.bind", "event.get", "event.offline.clear", "event.offline.error", "event.offline.get", "event.offline.list", "event.test", "event.unbind", "events"],
            refused);
    }
}
