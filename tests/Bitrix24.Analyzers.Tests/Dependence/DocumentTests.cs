namespace Bitrix24.Analyzers.Tests.Dependence;

/// <summary>Elements from tables and JSON, and answers that go there.</summary>
public class DocumentTests
{
    [Theory]
    [InlineData("foreach (DataRow row in table.Rows)", "row[\"ID\"].ToString()", "Console.WriteLine(r.Title);", "row in table.Rows.Cast<global::System.Data.DataRow>()")]
    [InlineData("foreach (DataRow row in table.Rows)", "row[\"ID\"].ToString()", "row[\"TITLE\"] = r.Title;", "- row is read early, and the loop writes it")]
    [InlineData("foreach (var row in table.AsEnumerable())", "row.Field<int>(\"ID\")", "Console.WriteLine(r.Title);", "row in table.AsEnumerable()")]
    [InlineData("foreach (DataRow row in table.Select())", "row[\"ID\"]", "Console.WriteLine(r.Title);", "row in table.Select() hoisted")]
    [InlineData("foreach (var row in json.EnumerateArray())", "row.GetProperty(\"ID\").GetInt32()", "titles.Add(r.Title);", "row in json.EnumerateArray() hoisted")]
    [InlineData("foreach (var row in array)", "(int)row[\"ID\"]", "titles.Add(r.Title);", "row in array")]
    [InlineData("foreach (var row in array)", "(int)row[\"ID\"]", "row[\"TITLE\"] = r.Title;", "- row is read early, and the loop writes it")]
    [InlineData("foreach (var row in array)", "(int)row[\"ID\"]", "((JObject)row).Remove(\"ID\");", "- row is read early, and the loop writes it")]
    [InlineData("foreach (var row in token[\"result\"])", "row.Value<int>(\"ID\")", "titles.Add(r.Title);", "row in token[\"result\"]")]
    [InlineData("foreach (var row in array.Where(t => t[\"ACTIVE\"].ToString() == \"Y\"))", "row[\"ID\"].Value<int>()", "titles.Add(r.Title);", "row in array.Where(t => t[\"ACTIVE\"].ToString() == \"Y\")")]
    [InlineData("foreach (var row in (dynamic)array)", "row.ID", "titles.Add(r.Title);", "- the elements have another type than the loop's variable")]
    [InlineData("foreach (var row in map)", "row.Key", "map2[row.Value] = r.Title;", "row in map")]
    [InlineData("foreach (var row in map.Keys)", "row", "map2[row] = r.Title;", "row in map.Keys")]
    [InlineData("foreach (var row in map.Keys)", "row", "map[row] = r.Title;", "- map is read and written on both sides of the call")]
    [InlineData("foreach (var row in \"1,2\".Split(','))", "row", "map2[row] = r.Title;", "row in \"1,2\".Split(',') hoisted")]
    [InlineData("foreach (var row in args)", "row.Trim()", "map2[row] = r.Title;", "row in args")]
    public void Element(string header, string id, string after, string expected) => Assert.Equal(expected, Loop.Judge(
        "var titles = new List<string>(); var map2 = new Dictionary<string, string>();" + header + """ { var r = await /*call*/client.CallAsync("crm.deal.get", new { id = """ + id + " }); " + after + " }",
        signature: "async Task Run(DataTable table, JsonElement json, JArray array, JToken token, Dictionary<string, string> map, string[] args)", nullable: false));
}
