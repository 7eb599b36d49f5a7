namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>Streams and readers are windows on bytes: what is done through one is done to what is under it.</summary>
public class StreamTests
{
    static string Catalogue(string send, string members = "") => $$"""
        #pragma warning disable SYSLIB0014
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net;
        using System.Text;
        using System.Text.Json;

        public class Catalogue
        {
            const string Hook = "https://example.com/rest/1/not-a-secret";
            {{members}}
            public string Send(string method, string query = "", string form = "")
            {
                var request = (HttpWebRequest)WebRequest.Create(Hook + "/" + method + "?" + query);
                request.Method = "POST";
                request.ContentType = "application/x-www-form-urlencoded";
                var bytes = Encoding.UTF8.GetBytes(form);
                {{send.ReplaceLineEndings("\n        ")}}
            }

            {{Names}}
        }
        """;

    const string Plain = """
        Stream output = request.GetRequestStream();
        output.Write(bytes, 0, bytes.Length);
        output.Close();
        var response = (HttpWebResponse)request.GetResponse();
        Stream input = response.GetResponseStream();
        var reader = new StreamReader(input);
        var text = reader.ReadToEnd();
        reader.Close();
        input.Close();
        response.Close();
        return text;
        """;

    const string Names = """
        public Dictionary<string, string> GetNames(int id, string code)
            {
                var names = new Dictionary<string, string>();
                var answer = Send("lists.field.get", "IBLOCK_TYPE_ID=lists&IBLOCK_ID=" + id);
                foreach (var field in JsonDocument.Parse(answer).RootElement.GetProperty("result").EnumerateObject())
                {
                    if (field.Name == code)
                        names.Add(field.Name, field.Value.ToString());
                }

                return names;
            }
        """;

    const string SplitNames = """
        public Dictionary<string, string> GetNames(int id, string code) => GetNames(id, code, () => Send("lists.field.get", GetNamesParameters(id, code)));

            internal Dictionary<string, string> GetNames(int id, string code, Func<string> send)
            {
                var names = new Dictionary<string, string>();
                var answer = send();
                foreach (var field in JsonDocument.Parse(answer).RootElement.GetProperty("result").EnumerateObject())
                {
                    if (field.Name == code)
                        names.Add(field.Name, field.Value.ToString());
                }

                return names;
            }

            internal string GetNamesParameters(int id, string code) => "IBLOCK_TYPE_ID=lists&IBLOCK_ID=" + id;
        """;

    static string Loop(string statements, string members = "") => $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;

        public class Export
        {
            readonly Catalogue catalogue;
            {{members}}
            public Export(Catalogue catalogue) => this.catalogue = catalogue;

            public Dictionary<int, Dictionary<string, string>> Run(List<int> ids)
            {
                var all = new Dictionary<int, Dictionary<string, string>>();
                {{statements.ReplaceLineEndings("\n        ")}}
                return all;
            }
        }
        """;

    const string Before = """
        foreach (var id in ids)
        {
            all.Add(id, catalogue.{|BX1001:GetNames|}(id, "STATE"));
        }
        """;

    const string After = """
        var batch = Bitrix24Batch.Create(
            ids.Select(id => Bitrix24Batch.Command("lists.field.get", Bitrix24Batch.Query(catalogue.GetNamesParameters(id, "STATE")))),
            (string method, string body) => catalogue.Send(method, "", body));
        foreach (var id in ids)
        {
            all.Add(id, catalogue.GetNames(id, "STATE", batch.Next));
        }
        """;

    static Task Fixes(string send) =>
        FixCase.FixesAll((Loop(Before), Loop(After)), (Catalogue(send), Catalogue(send).Replace(Names, SplitNames, StringComparison.Ordinal)));

    static Task Stays(string send, string members = "") => FixCase.Stays(Loop(Before), Catalogue(send, members));

    [Fact]
    public Task OfTheRequest() => Fixes(Plain);

    [Fact]
    public Task OfTheRequestInUsings() => Fixes("""
        using (var output = request.GetRequestStream())
            output.Write(bytes, 0, bytes.Length);
        using (var response = request.GetResponse())
        using (var reader = new StreamReader(response.GetResponseStream(), Encoding.UTF8))
            return reader.ReadToEnd();
        """);

    [Fact]
    public Task ThatIsKept() => Stays(Plain.Replace("Stream output = request.GetRequestStream();", "Stream output = last = request.GetRequestStream();", StringComparison.Ordinal), "Stream? last;");

    [Fact]
    public Task ThatTheLoopReadsToo() => FixCase.Stays(
        Loop("""
            foreach (var id in ids)
            {
                catalogue.Trace.WriteByte(1);
                all.Add(id, catalogue.{|BX1001:GetNames|}(id, "STATE"));
            }
            """),
        Catalogue("Trace.Write(bytes, 0, bytes.Length);\n" + Plain, "public MemoryStream Trace = new MemoryStream();"));

    /// <summary>The same helper for two things in each round gets two batches.</summary>
    [Fact]
    public Task AHelperThatIsCalledTwice() => FixCase.FixesAll(
        (Loop(Before.Replace("\n}", "\n    all.Add(-id, catalogue.{|BX1001:GetNames|}(id, \"KIND\"));\n}", StringComparison.Ordinal)), Loop("""
            var batch = Bitrix24Batch.Create(
                ids.Select(id => Bitrix24Batch.Command("lists.field.get", Bitrix24Batch.Query(catalogue.GetNamesParameters(id, "STATE")))),
                (string method, string body) => catalogue.Send(method, "", body));
            var batch2 = Bitrix24Batch.Create(
                ids.Select(id => Bitrix24Batch.Command("lists.field.get", Bitrix24Batch.Query(catalogue.GetNamesParameters(id, "KIND")))),
                (string method, string body) => catalogue.Send(method, "", body));
            foreach (var id in ids)
            {
                all.Add(id, catalogue.GetNames(id, "STATE", batch.Next));
                all.Add(-id, catalogue.GetNames(id, "KIND", batch2.Next));
            }
            """)),
        (Catalogue(Plain), Catalogue(Plain).Replace(Names, SplitNames, StringComparison.Ordinal)));

    static string Written(string inLoop) => $$"""
        foreach (var id in ids)
        {
            {{inLoop}}
            all.Add(id, catalogue.{|BX1001:GetNames|}(id, "STATE"));
        }
        """;

    [Theory]
    [InlineData("var own = new MemoryStream(); new StreamWriter(own).Write(id);")]
    [InlineData("using var own = new MemoryStream(); using var writer = new StreamWriter(own); writer.Write(id);")]
    public Task OfTheRound(string inLoop)
    {
        var before = Written(inLoop);
        var after = before.Replace("foreach", After.Substring(0, After.IndexOf("foreach", StringComparison.Ordinal)) + "foreach", StringComparison.Ordinal)
            .Replace("{|BX1001:GetNames|}(id, \"STATE\")", "GetNames(id, \"STATE\", batch.Next)", StringComparison.Ordinal);
        return FixCase.FixesAll((Loop(before), Loop(after)), (Catalogue(Plain), Catalogue(Plain).Replace(Names, SplitNames, StringComparison.Ordinal)));
    }

    /// <summary>The number of the element is made of what the loop writes.</summary>
    [Theory]
    [InlineData("var bytes = new byte[8];", "new MemoryStream(bytes).WriteByte(1); all.Add(id, catalogue.{|BX1001:GetNames|}(bytes[0], \"STATE\"));")]
    [InlineData("var bytes = new byte[8]; var stream = new MemoryStream(bytes);", "stream.WriteByte(1); all.Add(id, catalogue.{|BX1001:GetNames|}(bytes[0] + id, \"STATE\"));")]
    [InlineData("var stream = new MemoryStream();", "var writer = new StreamWriter(stream); writer.Write(id); writer.Flush(); all.Add(id, catalogue.{|BX1001:GetNames|}((int)stream.Length, \"STATE\"));")]
    [InlineData("var stream = new MemoryStream();", "new BinaryWriter(stream).Write(id); all.Add(id, catalogue.{|BX1001:GetNames|}((int)stream.Position + id, \"STATE\"));")]
    public Task ThatTheCallIsMadeOf(string ahead, string inLoop) => FixCase.Stays(Loop($$"""
        {{ahead}}
        foreach (var id in ids)
        {
            {{inLoop}}
        }
        """), Catalogue(Plain));
}
