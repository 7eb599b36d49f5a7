namespace Bitrix24.Emulator.Tests;

public sealed class EntityTests : PortalTest
{
    [Fact]
    public async Task Add_get_update_delete()
    {
        Assert.Equal("1", (await Rest.Json("crm.lead.add", new { fields = new { TITLE = "t", NAME = "n", NONSENSE = 1 } })).Json);
        Assert.Equal("true", (await Rest.Json("crm.lead.update", new { ID = 1, fields = new { NAME = (string?)null, OPENED = false } })).Json);
        var lead = (await Rest.Json("crm.lead.get", new { id = "1" })).Result!;
        Assert.Equal(("t", null, "N", "NEW", "0.00"), ((string?)lead["TITLE"], (string?)lead["NAME"], (string?)lead["OPENED"], (string?)lead["STATUS_ID"], (string?)lead["OPPORTUNITY"]));
        Assert.False(lead.AsObject().ContainsKey("NONSENSE"));
        Assert.Equal("true", (await Rest.Json("crm.lead.delete", new { id = 1 })).Json);
        Assert.Equal("Not found", (string?)(await Rest.Json("crm.lead.delete", new { id = 1 })).Body["error_description"]);
        Assert.Equal(2, (await Rest.Json("crm.lead.add", new { fields = new { TITLE = "next" } })).Number);
    }

    [Theory]
    [InlineData("true", "N")]
    [InlineData("1", "Y")]
    [InlineData("Y", "Y")]
    public async Task A_flag_in_a_query_is_y_or_one(string text, string stored)
    {
        await Rest.Get($"crm.deal.add?fields[OPENED]={text}");
        Assert.Equal(stored, (string?)Portal.Ask("crm.deal.get", new { id = 1 })!["OPENED"]);
    }

    [Fact]
    public async Task Universal_items()
    {
        var added = await Rest.Json("crm.item.add", new { entityTypeId = 150, fields = new { title = "t", ufCrm7_1234 = 5 } });
        Assert.Equal((1, "t", "5"), ((int)added.Result!["item"]!["id"]!, (string?)added.Result["item"]!["title"], (string?)added.Result["item"]!["ufCrm7_1234"]));
        var updated = await Rest.Json("crm.item.update", new { entityTypeId = 150, id = 1, fields = new { stageId = "WON" } });
        Assert.Equal("WON", (string?)updated.Result!["item"]!["stageId"]);
        Assert.Equal("[]", (await Rest.Json("crm.item.delete", new { entityTypeId = 150, id = 1 })).Json);
        Assert.Equal("integer", (string?)(await Rest.Json("crm.item.fields", new { entityTypeId = 150 })).Result!["fields"]!["assignedById"]!["type"]);
        Assert.Equal("NOT_FOUND", (await Rest.Json("crm.item.list", new { entityTypeId = 5 })).Error);
    }

    [Fact]
    public async Task Tasks_and_their_comments()
    {
        var task = await Rest.Json("tasks.task.add", new { fields = new { TITLE = "t", RESPONSIBLE_ID = 2 } });
        Assert.Equal(("1", "2"), ((string?)task.Result!["task"]!["id"], (string?)task.Result["task"]!["responsibleId"]));
        Assert.Equal("ERROR_CORE", (await Rest.Json("tasks.task.add", new { fields = new { TITLE = "t" } })).Error);
        Assert.Equal("5", (string?)(await Rest.Json("tasks.task.complete", new { taskId = 1 })).Result!["task"]!["status"]);
        Assert.Equal("1", (await Rest.Json("task.commentitem.add", new object[] { 1, new { POST_MESSAGE = "hello" } })).Json);
        Assert.Equal("2", (await Rest.Json("task.commentitem.add", new { TASKID = 1, FIELDS = new { POST_MESSAGE = "again" } })).Json);
        Assert.Equal("1,2", (await Rest.Json("task.commentitem.getlist", new { TASKID = 1 })).Ids());
        Assert.Equal("""{"task":true}""", (await Rest.Json("tasks.task.delete", new { taskId = 1 })).Json);
    }

    [Fact]
    public async Task Phones_are_changed_by_their_number()
    {
        await Rest.Json("crm.contact.add", new { fields = new { PHONE = new[] { new { VALUE = "+71" }, new { VALUE = "+72" } } } });
        await Rest.Json("crm.contact.update", new { id = 1, fields = new { PHONE = new object[] { new { ID = 1, VALUE = "+79" }, new { ID = 2, DELETE = "Y" }, new { VALUE = "+73", VALUE_TYPE = "HOME" } } } });
        var phones = (await Rest.Json("crm.contact.get", new { id = 1 })).Result!["PHONE"]!.ToJsonString().Replace("\\u002B", "+", StringComparison.OrdinalIgnoreCase);
        Assert.Equal("""[{"ID":"1","VALUE_TYPE":"WORK","VALUE":"+79","TYPE_ID":"PHONE"},{"ID":"3","VALUE_TYPE":"HOME","VALUE":"+73","TYPE_ID":"PHONE"}]""", phones);
    }

    [Fact]
    public async Task Product_rows_set_the_amount_of_their_owner()
    {
        Portal.Seed("crm.deal", 2, i => new { TITLE = "d", IS_MANUAL_OPPORTUNITY = i == 2 ? "Y" : "N" });
        var rows = new[] { new { PRODUCT_NAME = "p", PRICE = 10.5, QUANTITY = 2 }, new { PRODUCT_NAME = "q", PRICE = 1.0, QUANTITY = 1 } };
        foreach (var id in new[] { 1, 2 })
            Assert.Equal("true", (await Rest.Json("crm.deal.productrows.set", new { id, rows })).Json);
        Assert.Equal("22.00", (string?)Portal.Ask("crm.deal.get", new { id = 1 })!["OPPORTUNITY"]);
        Assert.Equal("0.00", (string?)Portal.Ask("crm.deal.get", new { id = 2 })!["OPPORTUNITY"]);
        await Rest.Json("crm.deal.productrows.set", new { id = 1, rows = rows.Take(1) });
        Assert.Equal("p", (string?)(await Rest.Json("crm.deal.productrows.get", new { id = 1 })).Result!.AsArray().Single()!["PRODUCT_NAME"]);
        var camel = await Rest.Json("crm.item.productrow.list", new { filter = new Dictionary<string, object> { ["=ownerType"] = "D", ["=ownerId"] = 2 } });
        Assert.Equal(["p", "q"], camel.Result!["productRows"]!.AsArray().Select(row => (string?)row!["productName"]));
    }

    [Fact]
    public async Task Contacts_of_a_deal()
    {
        Portal.Seed("crm.deal", 1, _ => new { TITLE = "d" });
        await Rest.Json("crm.deal.contact.add", new { id = 1, fields = new { CONTACT_ID = 7 } });
        await Rest.Json("crm.deal.contact.add", new { id = 1, fields = new { CONTACT_ID = 8, IS_PRIMARY = "Y" } });
        var items = (await Rest.Json("crm.deal.contact.items.get", new { id = 1 })).Result!.AsArray();
        Assert.Equal(["7N", "8Y"], items.Select(item => $"{item!["CONTACT_ID"]}{item["IS_PRIMARY"]}"));
        Assert.Equal("8", (string?)Portal.Ask("crm.deal.get", new { id = 1 })!["CONTACT_ID"]);
        await Rest.Json("crm.deal.contact.items.delete", new { id = 1 });
        Assert.Equal("[]", (await Rest.Json("crm.deal.contact.items.get", new { id = 1 })).Json);
    }

    [Fact]
    public async Task Lists_folders_messages_users_departments_and_user_fields()
    {
        Assert.Equal("\"PROPERTY_1\"", (await Rest.Json("lists.field.add", new { IBLOCK_ID = 3, FIELDS = new { NAME = "City", TYPE = "S" } })).Json);
        Assert.Equal("City", (string?)(await Rest.Json("lists.field.get", new { IBLOCK_ID = 3 })).Result!["PROPERTY_1"]!["NAME"]);
        Assert.Equal("City", (string?)(await Rest.Json("lists.field.get", new { IBLOCK_ID = 3, FIELD_ID = "PROPERTY_1" })).Result!["S"]!["NAME"]);
        Assert.Equal("[]", (await Rest.Json("lists.field.get", new { IBLOCK_ID = 4 })).Json);
        Assert.Equal("1", (await Rest.Json("lists.element.add", new { IBLOCK_ID = 3, FIELDS = new { NAME = "e", PROPERTY_1 = "Omsk" } })).Json);
        Assert.Equal("true", (await Rest.Json("lists.element.update", new { IBLOCK_ID = 3, ELEMENT_ID = 1, FIELDS = new { NAME = "f" } })).Json);
        Assert.Equal("ERROR_ELEMENT_NOT_FOUND", (await Rest.Json("lists.element.update", new { IBLOCK_ID = 4, ELEMENT_ID = 1, FIELDS = new { NAME = "f" } })).Error);
        Assert.Equal("Docs", (string?)(await Rest.Json("disk.folder.addsubfolder", new { id = 1, data = new { NAME = "Docs" } })).Result!["NAME"]);
        Assert.Equal("2", (await Rest.Json("disk.folder.getchildren", new { id = 1 })).Ids());
        Assert.Equal("New", (string?)(await Rest.Json("disk.folder.rename", new { id = 2, newName = "New" })).Result!["NAME"]);
        Assert.Equal("1", (await Rest.Json("im.message.add", new { DIALOG_ID = "2", MESSAGE = "hi" })).Json);
        Assert.Equal("3", (await Rest.Json("user.add", new { EMAIL = "c@example.com", NAME = "C" })).Json);
        Assert.Equal("true", (await Rest.Json("user.update", new { ID = 3, NAME = "D", ACTIVE = false })).Json);
        Assert.Equal("2", (await Rest.Json("department.add", new { NAME = "Sales", PARENT = 1 })).Json);
        Assert.Equal("1", (await Rest.Json("crm.deal.userfield.add", new { fields = new { FIELD_NAME = "CITY", USER_TYPE_ID = "string" } })).Json);
        Assert.Equal("string", (string?)(await Rest.Json("crm.deal.fields")).Result!["UF_CRM_CITY"]!["type"]);
        Assert.False((await Rest.Json("crm.lead.fields")).Result!.AsObject().ContainsKey("UF_CRM_CITY"));
    }

    [Fact]
    public async Task Portal_and_caller()
    {
        Assert.Equal("1", (string?)(await Rest.Json("profile")).Result!["ID"]);
        Assert.Equal("true", (await Rest.Json("user.admin")).Json);
        Assert.Contains("crm", (await Rest.Json("scope")).Result!.AsArray().Select(scope => (string?)scope));
        var methods = (await Rest.Json("methods")).Result!.AsArray().Select(method => (string?)method).ToList();
        Assert.Contains("crm.deal.update", methods);
        Assert.Contains("batch", methods);
        Assert.Equal("""{"isExisting":false,"isAvailable":false}""", (await Rest.Json("method.get", new { name = "crm.deal.nonsense" })).Json);
        Assert.Equal("ACCESS_DENIED", (await Rest.Json("app.info")).Error);
        var token = Portal.Install("shop").AccessToken;
        Assert.Equal("L", (string?)(await Rest.Read(await Rest.Client.GetAsync($"{Portal.RestUrl}app.info?auth={token}"))).Result!["STATUS"]);
        Assert.StartsWith("\"2026-01-12T09:00:0", (await Rest.Json("server.time")).Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_entities_by_data_alone()
    {
        Assert.Equal(1, (int)(await Rest.Json("sale.order.add", new { fields = new { personTypeId = 1, currency = "RUB" } })).Result!["order"]!["id"]!);
        Assert.Equal("1", (await Rest.Json("sale.order.list", new { select = new[] { "id" } })).Ids("orders"));
        Assert.Equal(12.5, (double)(await Rest.Json("catalog.price.add", new { fields = new { productId = 3, price = 12.5 } })).Result!["price"]!["price"]!);
        Portal.Seed("tasks.task", 1, _ => new { TITLE = "t", RESPONSIBLE_ID = 1 });
        Assert.Equal("1", (await Rest.Json("task.checklistitem.add", new object[] { 1, new { TITLE = "step" } })).Json);
        Assert.Equal("1", (await Rest.Json("task.elapseditem.add", new { TASKID = 1, ARFIELDS = new { SECONDS = 60 } })).Json);
        Assert.Equal("1", (await Rest.Json("task.elapseditem.getlist", new { TASKID = 1 })).Ids());
        Assert.Equal("", (await Rest.Json("task.elapseditem.getlist", new { TASKID = 2 })).Ids());
        Assert.Equal("1", (await Rest.Json("sonet_group.create", new { NAME = "g" })).Json);
        Assert.Equal("1", (await Rest.Json("sonet_group.update", new { GROUP_ID = 1, NAME = "h" })).Json);
        var token = Portal.Install("shop").AccessToken;
        async Task<Answer> Storage(string verb, string query) => await Rest.Read(await Rest.Client.GetAsync($"{Portal.RestUrl}entity.item.{verb}?{query}&auth={token}"));
        Assert.Equal("1", (await Storage("add", "ENTITY=menu&NAME=soup")).Json);
        Assert.Equal("1", (await Storage("get", "ENTITY=menu&FILTER[NAME]=soup")).Ids());
        Assert.Equal("", (await Storage("get", "ENTITY=other")).Ids());
        Assert.Equal("1", (await Rest.Json("im.notify.personal.add", new { USER_ID = 1, MESSAGE = "n" })).Json);
        Portal.Seed("crm.timeline.logmessage", 25, i => new { entityTypeId = 2, entityId = i % 2, title = "m" });
        var log = await Rest.Json("crm.timeline.logmessage.list", new { entityTypeId = 2, entityId = 1 });
        Assert.Equal((10, 13, 10), (log.Result!.AsArray().Count, (int)log.Body["total"]!, (int)log.Body["next"]!));
    }

    [Fact]
    public async Task Duplicates_by_phone_and_many_items_at_once()
    {
        Portal.Seed("crm.contact", 2, i => new { NAME = $"c{i}", PHONE = new[] { new { VALUE = $"+7{i}" } } });
        Portal.Seed("crm.lead", 1, i => new { TITLE = "l", PHONE = new[] { new { VALUE = "+72" } } });
        Assert.Equal("""{"LEAD":[1],"CONTACT":[2]}""", (await Rest.Json("crm.duplicate.findbycomm", new { type = "PHONE", values = new[] { "+72", "+73" } })).Json);
        Assert.Equal("""{"CONTACT":[1]}""", (await Rest.Json("crm.duplicate.findbycomm", new { type = "PHONE", values = new[] { "+71" }, entity_type = "CONTACT" })).Json);
        Assert.Equal("[]", (await Rest.Json("crm.duplicate.findbycomm", new { type = "EMAIL", values = new[] { "+71" } })).Json);
        var data = Enumerable.Range(1, 21).Select(i => new { title = $"i{i}" }).ToArray();
        Assert.Equal("ERROR_ARGUMENT", (await Rest.Json("crm.item.batchImport", new { entityTypeId = 140, data })).Error);
        Assert.Equal(20, (await Rest.Json("crm.item.batchImport", new { entityTypeId = 140, data = data[..20] })).Result!["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Messages_of_a_dialogue_from_either_end()
    {
        Portal.Seed("im.message", 60, i => new { DIALOG_ID = i <= 30 ? "chat1" : "chat2", MESSAGE = $"m{i}" });
        async Task<string> Ids(object parameters) => string.Join(',', (await Rest.Json("im.dialog.messages.get", parameters)).Result!["messages"]!.AsArray().Select(message => message!["id"]!.ToString()));
        Assert.Equal("30,29", await Ids(new { DIALOG_ID = "chat1", LIMIT = 2 }));
        Assert.Equal("9,8", await Ids(new { DIALOG_ID = "chat1", LIMIT = 2, LAST_ID = 10 }));
        Assert.Equal("31,32", await Ids(new { DIALOG_ID = "chat2", LIMIT = 2, FIRST_ID = 5 }));
        Assert.Equal(20, (await Ids(new { DIALOG_ID = "chat1" })).Split(',').Length);
    }

    [Fact]
    public async Task A_file_is_uploaded_alone_and_in_no_batch()
    {
        var file = await Rest.Json("disk.folder.uploadfile", new { id = 1, data = new { NAME = "a.txt" }, fileContent = new[] { "a.txt", "aGVsbG8=" } });
        Assert.Equal(("1", "5"), ((string?)file.Result!["ID"], (string?)file.Result["SIZE"]));
        Assert.Equal("a.txt", (string?)(await Rest.Json("disk.file.get", new { id = 1 })).Result!["NAME"]);
        var batch = await Rest.Batch(new { a = "disk.folder.uploadfile?id=1&data[NAME]=b.txt&fileContent=aGVsbG8=", b = "disk.file.get?id=1" });
        Assert.Equal("ERROR_BATCH_METHOD_NOT_ALLOWED", (string?)batch.Result!["result_error"]!["a"]!["error"]);
        Assert.Equal("a.txt", (string?)batch.Result["result"]!["b"]!["NAME"]);
    }

    [Fact]
    public async Task Results_as_each_method_has_them()
    {
        Portal.Seed("crm.deal", 1, _ => new { TITLE = "d" });
        Assert.Equal("1", (await Rest.Json("crm.timeline.comment.add", new { fields = new { ENTITY_ID = 1, ENTITY_TYPE = "deal", COMMENT = "c" } })).Json);
        Assert.Equal("1", (await Rest.Json("crm.timeline.comment.update", new { id = 1, fields = new { COMMENT = "d" } })).Json);
        Assert.Equal("null", (await Rest.Json("crm.timeline.comment.delete", new { id = 1 })).Json);
        Assert.Equal("NOT_FOUND", (await Rest.Json("crm.timeline.comment.delete", new { id = 1 })).Error);
        await Rest.Json("crm.deal.productrows.set", new { id = 1, rows = new[] { new { PRODUCT_ID = 4, PRICE = 9.5 } } });
        var row = (await Rest.Json("crm.deal.productrows.get", new { id = 1 })).Result![0]!;
        Assert.Equal(("\"1\"", "4", "9.5"), (row["ID"]!.ToJsonString(), row["PRODUCT_ID"]!.ToJsonString(), row["PRICE"]!.ToJsonString()));
        Assert.Equal("500", (await Rest.Json("department.get", new { ID = 1 })).Result![0]!["SORT"]!.ToJsonString());
        Assert.Equal("[1]", (await Rest.Json("user.get", new { ID = 1 })).Result![0]!["UF_DEPARTMENT"]!.ToJsonString());
        Assert.Equal("200040300043", (await Rest.Json("catalog.price.get", new { id = 9 })).Body["error"]!.ToJsonString());
    }

    [Theory]
    [InlineData("crm.deal.add", """{"fields":"x"}""", "", "Parameter 'fields' must be array.")]
    [InlineData("crm.deal.add", "{}", "", "Parameter 'fields' must be array.")]
    [InlineData("crm.deal.list", """{"filter":"ID=1"}""", "", "Parameter 'filter' must be array.")]
    [InlineData("crm.deal.list", """{"select":"ID"}""", "", "Parameter 'select' must be array.")]
    [InlineData("crm.item.list", """{"entityTypeId":2,"filter":"x"}""", "100", "Invalid value {x} to match with parameter {filter}. Should be value of type array.")]
    [InlineData("crm.item.add", """{"entityTypeId":2}""", "100", "Could not find value for parameter {fields}")]
    [InlineData("crm.status.add", """{"fields":{"ENTITY_ID":"SOURCE"}}""", "", "The field STATUS_ID is required.")]
    public async Task Parameters_of_a_wrong_kind(string method, string parameters, string code, string description)
    {
        var answer = await Rest.Json(method, System.Text.Json.Nodes.JsonNode.Parse(parameters));
        Assert.Equal((code, description), (answer.Error, (string?)answer.Body["error_description"]));
    }

    [Fact]
    public async Task Universal_items_have_phones_and_mails_in_one_field()
    {
        var fm = new Dictionary<string, object> { ["n0"] = new { typeId = "PHONE", valueType = "WORK", value = "+71" }, ["n1"] = new { typeId = "EMAIL", valueType = "HOME", value = "a@example.com" } };
        var item = (await Rest.Json("crm.item.add", new { entityTypeId = 3, fields = new { name = "n", fm } })).Result!["item"]!;
        Assert.Equal(["PHONE 1", "EMAIL 2"], item["fm"]!.AsArray().Select(value => $"{value!["typeId"]} {value["id"]}"));
        Assert.Equal("+71", (string?)Portal.Ask("crm.contact.get", new { id = 1 })!["PHONE"]![0]!["VALUE"]);
        var change = new Dictionary<string, object> { ["1"] = new { typeId = "PHONE", value = "+79" }, ["2"] = new { typeId = "EMAIL", value = "" } };
        await Rest.Json("crm.item.update", new { entityTypeId = 3, id = 1, fields = new { fm = change } });
        Assert.Equal("""[{"id":1,"typeId":"PHONE","valueType":"WORK","value":"\u002B79"}]""", (await Rest.Json("crm.item.list", new { entityTypeId = 3, select = new[] { "*" } })).Result!["items"]![0]!["fm"]!.ToJsonString());
        Assert.Null((await Rest.Json("crm.item.list", new { entityTypeId = 3 })).Result!["items"]![0]!["fm"]);
        Assert.False(Portal.Ask("crm.contact.get", new { id = 1 })!.AsObject().ContainsKey("EMAIL"));
    }
}
