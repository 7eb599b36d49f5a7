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
        var answer = await Rest.Json(list.Name, parameters);
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
            Assert.NotNull(Shape.Of(entity.Table == "crm_item" ? "crm_item_140" : entity.Table).Stored(entity.Order));
            Assert.Equal(styles[entity.Style].Any(verb => verb.Result.Contains('*', StringComparison.Ordinal)), entity.One.Length > 0);
        }

        Assert.All(Entity3.Read(), entity => Assert.NotEmpty(entity.Shape.Fields));
        Assert.NotEmpty(VersionThree.Names);
    }

    [Fact]
    public void Documented_errors_have_their_documented_status()
    {
        var documented = File.ReadLines(Repository.Path("tests/Bitrix24.Emulator/Data/errors.tsv")).Skip(1).Select(line => line.Split('\t'));
        Assert.All(documented, row => Assert.Equal(row[1], Rest.Text(RestError.Of(row[0]).Status)));
        Assert.Equal(503, RestError.Of("QUERY_LIMIT_EXCEEDED").Status);
        Assert.Equal(400, RestError.Of("SOMETHING_ELSE").Status);
    }
}
