using System.Text.Json.Nodes;

namespace Bitrix24.EndToEnd.Tests;

/// <summary>How a person edits the rows of a list, and which events tell of it.</summary>
sealed record ListedRows(string Entity, string Field, string Added, string Updated)
{
    static readonly ListedRows[] All =
    [
        new("crm.deal", "TITLE", "OnCrmDealAdd", "OnCrmDealUpdate"),
        new("crm.lead", "TITLE", "OnCrmLeadAdd", "OnCrmLeadUpdate"),
        new("crm.contact", "NAME", "OnCrmContactAdd", "OnCrmContactUpdate"),
        new("crm.company", "TITLE", "OnCrmCompanyAdd", "OnCrmCompanyUpdate"),
        new("crm.activity", "SUBJECT", "OnCrmActivityAdd", "OnCrmActivityUpdate"),
        new("crm.item", "title", "OnCrmDynamicItemAdd", "OnCrmDynamicItemUpdate"),
        new("tasks.task", "TITLE", "OnTaskAdd", "OnTaskUpdate"),
        new("user", "NAME", "OnUserAdd", ""),
    ];

    public static ListedRows Of(string entity) => All.Single(rows => rows.Entity == entity);

    public string AddMethod => Entity + ".add";

    public string UpdateMethod => Entity + ".update";

    public string DeleteMethod => Entity + ".delete";

    /// <summary>As that of an update is named.</summary>
    public string Deleted => Updated.Replace("Update", "Delete", StringComparison.Ordinal);

    public object Seeded(int number) => Named($"{number}");

    public object? Beside => Entity == "crm.item" ? new { entityTypeId = 140 } : null;

    public object Add(string name) => Entity == "user" ? Named(name) : With("fields", Named(name));

    public object Update(int id, string name)
    {
        var parameters = Entity == "user" ? Named(name) : With("fields", Named(name));
        parameters[IdName] = id;
        return parameters;
    }

    public object Delete(int id) => With(IdName, id);

    public string IdOf(JsonNode? result) => (result switch
    {
        JsonObject map => (map["item"] ?? map["task"])!["id"],
        _ => result,
    })!.ToString();

    string IdName => Entity == "tasks.task" ? "taskId" : Entity == "user" ? "ID" : "id";

    Dictionary<string, object> With(string name, object value)
    {
        var parameters = new Dictionary<string, object>(StringComparer.Ordinal) { [name] = value };
        if (Entity == "crm.item")
            parameters["entityTypeId"] = 140;
        return parameters;
    }

    Dictionary<string, object> Named(string name)
    {
        var fields = new Dictionary<string, object>(StringComparer.Ordinal) { [Field] = name };
        if (Entity == "tasks.task")
            fields["RESPONSIBLE_ID"] = 1;
        if (Entity == "user")
            fields["EMAIL"] = $"{Guid.NewGuid():N}@example.com";
        return fields;
    }
}
