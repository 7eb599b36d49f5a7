namespace Bitrix24.Analyzers.Tests.Fixes;

/// <summary>Wrappers over <c>WebRequest</c> and <c>WebClient</c>, many with the parameters in the address.</summary>
public class WebRequestTests
{
    static string Client(string members) => $$"""
        #pragma warning disable SYSLIB0014
        using System;
        using System.IO;
        using System.Net;
        using System.Text;
        using System.Text.Json;
        using System.Threading.Tasks;
        using Newtonsoft.Json;

        public class Portal
        {
            protected const string Hook = "https://example.com/rest/1/not-a-secret";

            {{members.ReplaceLineEndings("\n    ").Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}
        }
        """;

    static string Loop(string statement) => $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        public class Sync
        {
            private readonly Portal portal;

            public Sync(Portal portal) => this.portal = portal;

            public async Task RunAsync(List<int> ids)
            {
                {{statement.ReplaceLineEndings("\n        ")}}
                await Task.Yield();
            }
        }
        """;

    static string Before(string call) => Loop($$"""
        foreach (var id in ids)
        {
            {{call}};
        }
        """);

    static Task Fixes(string members, string call, string command, string sender) => FixCase.Fixes(Before(call), Loop($"""
        {(call.StartsWith("await", StringComparison.Ordinal) ? "await Bitrix24Batch.SendAsync" : "Bitrix24Batch.Send")}(
            ids.Select(id => Bitrix24Batch.Command({command})),
            {sender});
        """), Client(members));

    static Task Stays(string members, string call) => FixCase.Stays(Before(call), Client(members));

    /// <summary>A POST with the parameters in the address, and a form in the body.</summary>
    static string Asks(
        string address = "Hook + \"/\" + method + \"?\" + query", string body = "form", string verb = "\"POST\"", string type = "\"application/x-www-form-urlencoded\"", string send = "request.GetResponse()", string read = "reader.ReadToEnd()") => $$"""
        public string Ask(string method, string query = "", string form = "")
        {
            var address = {{address}};
            var request = (HttpWebRequest)WebRequest.Create(address);
            request.Method = {{verb}};
            request.ContentType = {{type}};
            request.Timeout = 30000;
            request.ServerCertificateValidationCallback = delegate { return true; };
            var bytes = Encoding.UTF8.GetBytes({{body}});
            request.ContentLength = bytes.Length;
            using (var output = request.GetRequestStream())
            {
                output.Write(bytes, 0, bytes.Length);
            }

            using (var response = (HttpWebResponse){{send}})
            using (var reader = new StreamReader(response.GetResponseStream()))
            {
                return {{read}};
            }
        }
        """;

    const string Call = "portal.{|BX1001:Ask|}(\"crm.deal.delete\", \"id=\" + id)";
    const string Command = "\"crm.deal.delete\", \"id=\" + id";
    const string Sender = "(string method, string body) => portal.Ask(method, \"\", body)";

    [Theory]
    [InlineData("Hook + \"/\" + method + \"?\" + query")]
    [InlineData("Hook + \"/\" + method + \"?\" + query.Replace(\" \", \"%20\")")]
    [InlineData("Hook + \"/\" + method + \".json?\" + query.Replace(\" \", \"+\")")]
    [InlineData("$\"{Hook}/{method}?{query}\"")]
    [InlineData("$\"{Hook}/{method}.json?{query}&lang=ru\"")]
    [InlineData("string.Format(\"{0}/{1}?{2}\", Hook, method, query)")]
    [InlineData("new Uri(Hook + \"/\" + method + \"?\" + query)")]
    [InlineData("Hook + \"/\" + method + \".json\" + (string.IsNullOrEmpty(query) ? \"\" : \"?\" + query)")]
    [InlineData("Hook + \"/\" + method + \"?\" + query + \"&lang=\" + \"ru\"")]
    public Task ParametersInTheAddress(string address) => Fixes(Asks(address), Call, Command, Sender);

    [Theory]
    [InlineData("\"id=\" + Uri.EscapeDataString($\"{id}\")", true)]
    [InlineData("$\"id={id}&fields[SORT]={id * 2}&x={(id > 1 ? \"a\" : \"b\")}\"", true)]
    [InlineData("\"id=\" + id.ToString() + \"&fields[TITLE]=\" + ids.GetType().Name", false)]
    [InlineData("$\"id={id}&fields[TITLE]={ids}\"", false)]
    [InlineData("\"fields[TITLE]=C#&id=\" + id", false)]
    public Task QueriesThatAnAddressCutsOff(string query, bool isWhole) => Fixes(Asks(), $"portal.{{|BX1001:Ask|}}(\"crm.deal.update\", {query})", $"\"crm.deal.update\", {(isWhole ? query : $"Bitrix24Batch.Query({query})")}", Sender);

    [Theory]
    [InlineData("Hook + \"/\" + method + \"?\" + query.Trim()")]
    [InlineData("Hook + \"/\" + method + \"?\" + query.Replace(\"+\", \"%2B\")")]
    [InlineData("Hook + \"/\" + method + \"?\" + query.ToUpper()")]
    [InlineData("Hook + \"/\" + method + \"?\" + Uri.EscapeDataString(query)")]
    [InlineData("Hook + \"/\" + method + \"?filter=\" + query")]
    [InlineData("Hook + \"/\" + method + \"?\" + query + \"0\"")]
    [InlineData("$\"{Hook}/{method}?{query}0\"")]
    [InlineData("string.Format(\"{0}/{1}?{2}0\", Hook, method, query)")]
    [InlineData("Hook + \"/\" + method + \"/\" + query")]
    [InlineData("Hook + \"/crm.\" + method + \"?\" + query")]
    [InlineData("Hook + \"/\" + method + \"?\" + (string.IsNullOrEmpty(query) ? throw new InvalidOperationException() : query)")]
    [InlineData("Hook + \"/\" + method + \"?\" + query + \"&\" + query")]
    public Task ParametersThatTheAddressChanges(string address) => Stays(Asks(address), Call);

    [Fact]
    public Task VerbGet() => Stays(Asks(verb: "\"GET\""), Call);

    [Fact]
    public Task VerbOfTheMoment() => Stays(Asks(verb: "form == \"\" ? \"GET\" : \"POST\""), Call);

    [Fact]
    public Task AddressAndBodyWithTheSameParameters() => Stays(Asks(body: "query"), Call);

    [Fact]
    public Task AnotherBody() => Stays(Asks(body: "\"a=\" + form"), Call);

    [Fact]
    public Task AnotherEncoding() => Stays(Asks().Replace("Encoding.UTF8", "Encoding.Latin1", StringComparison.Ordinal), Call);

    [Theory]
    [InlineData("\"text/xml\"")]
    [InlineData("\"application/json\"")]
    [InlineData("\"application/x-www-form-urlencoded; charset=windows-1251\"")]
    [InlineData("query")]
    public Task OtherContentTypes(string type) => Stays(Asks(type: type), Call);

    [Theory]
    [InlineData("(int)response.StatusCode + reader.ReadToEnd()")]
    [InlineData("reader.ReadLine()!")]
    [InlineData("response.StatusDescription")]
    public Task AnswersThatABatchCannotGive(string read) => Stays(Asks(read: read), Call);

    [Fact]
    public Task BodyWrittenTwice() => Stays(Asks().Replace("    output.Write(bytes, 0, bytes.Length);", "    output.Write(bytes, 0, bytes.Length); output.Write(bytes, 0, bytes.Length);", StringComparison.Ordinal), Call);

    [Fact]
    public Task BodyInPart() => Stays(Asks().Replace("output.Write(bytes, 0, bytes.Length)", "output.Write(bytes, 0, 100)", StringComparison.Ordinal), Call);

    [Theory]
    [InlineData("portal.{|BX1001:Ask|}(\"crm.deal.delete\", \"id=\" + id, \"\")", Command, Sender)]
    [InlineData("portal.{|BX1001:Ask|}(\"crm.deal.delete\", $\"id={id}\", form: string.Empty)", "\"crm.deal.delete\", $\"id={id}\"", "(string method, string body) => portal.Ask(method, \"\", form: body)")]
    [InlineData("portal.{|BX1001:Ask|}(method: \"crm.deal.delete\", query: \"id=\" + id)", Command, "(string method, string body) => portal.Ask(method: method, query: \"\", form: body)")]
    [InlineData("portal.{|BX1001:Ask|}(\"crm.deal.delete\", \"\", \"id=\" + id)", Command, Sender)]
    [InlineData("portal.{|BX1001:Ask|}(\"crm.deal.delete\", form: \"id=\" + id)", Command, "(string method, string body) => portal.Ask(method, form: body)")]
    public Task Calls(string call, string command, string sender) => Fixes(Asks(), call, command, sender);

    [Theory]
    [InlineData("portal.{|BX1001:Ask|}(\"crm.deal.delete\", \"id=\" + id, \"lang=ru\")")]
    [InlineData("portal.{|BX1001:Ask|}(\"crm.deal.delete\", \"lang=ru\", \"id=\" + id)")]
    [InlineData("portal.{|BX1001:Ask|}(\"crm.deal.delete\", \"id=\" + id, \"n=\" + id)")]
    public Task ParametersInBoth(string call) => Stays(Asks(), call);

    [Fact]
    public Task AWrapperThatIsOlderThanUsing() => Fixes("""
        public string Ask(string method, string query, string form = "")
        {
            ServicePointManager.SecurityProtocol |= SecurityProtocolType.Tls12;
            string address = "";
            address = Hook + "/" + method;
            if (!string.IsNullOrEmpty(query))
            {
                address += "?" + query.Replace(" ", "%20");
            }

            WebRequest request = WebRequest.Create(address);
            request.Method = WebRequestMethods.Http.Post;
            request.Headers.Add("Accept-Language", "ru");
            request.ContentType = "application/x-www-form-urlencoded; charset=utf-8";
            Stream output = request.GetRequestStream();
            StreamWriter writer = new StreamWriter(output);
            writer.Write(form);
            writer.Flush();
            writer.Close();
            WebResponse response = request.GetResponse();
            Stream input = response.GetResponseStream();
            StreamReader reader = new StreamReader(input, Encoding.UTF8);
            string text = reader.ReadToEnd();
            reader.Close();
            input.Close();
            response.Close();
            return text;
        }
        """, Call, Command, Sender);

    [Fact]
    public Task Asynchronous() => Fixes("""
        public async Task<string> AskAsync(string method, string query = "", string? form = null)
        {
            var request = WebRequest.CreateHttp($"{Hook}/{method}?{query}");
            request.Method = "POST";
            if (!string.IsNullOrEmpty(form))
            {
                request.ContentType = "application/x-www-form-urlencoded";
                using var writer = new StreamWriter(await request.GetRequestStreamAsync().ConfigureAwait(false), new UTF8Encoding(false));
                await writer.WriteAsync(form);
            }

            using var response = await request.GetResponseAsync();
            using var reader = new StreamReader(response.GetResponseStream());
            return await reader.ReadToEndAsync();
        }
        """, "await portal.{|BX1001:AskAsync|}(\"crm.deal.delete\", \"id=\" + id)", Command, "(string method, string body) => portal.AskAsync(method, \"\", body)");

    static string Posts(string parameter = "string form", string before = "", string write = "writer.Write(form)", string type = "application/x-www-form-urlencoded", string response = "request.GetResponse()", string writer = "new StreamWriter(request.GetRequestStream())") => $$"""
        public string Ask(string method, {{parameter}})
        {
            var request = WebRequest.Create($"{Hook}/{method}.json");
            request.Method = "POST";
            request.ContentType = "{{type}}";
            {{before}}
            using (var writer = {{writer}})
            {
                {{write}};
            }

            WebResponse response;
            response = {{response}};
            using (var reader = new StreamReader(response.GetResponseStream()))
                return reader.ReadToEnd();
        }
        """;

    const string Body = "(string method, string body) => portal.Ask(method, body)";

    [Fact]
    public Task FormInTheBody() => Fixes(Posts(), Call, Command, Body);

    [Fact]
    public Task JsonTextInTheBody() => Fixes(
        Posts(type: "application/json"), "portal.{|BX1001:Ask|}(\"crm.deal.delete\", $\"{{\\\"id\\\":{id}}}\")", "\"crm.deal.delete\", $\"{{\\\"id\\\":{id}}}\"", Body);

    [Theory]
    [InlineData("writer.Write(JsonConvert.SerializeObject(form))")]
    [InlineData("var json = System.Text.Json.JsonSerializer.Serialize(form); writer.Write(json); writer.Flush()")]
    public Task JsonInTheBody(string write) => Fixes(
        Posts("object form", write: write, type: "application/json; charset=utf-8"), "portal.{|BX1001:Ask|}(\"crm.deal.delete\", new { id })", "\"crm.deal.delete\", new { id }", "(string method, object body) => portal.Ask(method, body)");

    [Theory]
    [InlineData("if (form.StartsWith(\"id\")) writer.Write(form)")]
    [InlineData("writer.Write(method + form)")]
    [InlineData("writer.Write(method); writer.Write(form)")]
    [InlineData("writer.Write(form); writer.Write(form)")]
    [InlineData("writer.WriteLine(form)")]
    [InlineData("writer.Write(form, 1)")]
    [InlineData("writer.Write(\"id=1\")")]
    [InlineData("for (var i = 0; i < 2; i++) writer.Write(form)")]
    [InlineData("if (DateTime.Now.Hour > 3) writer.Write(form)")]
    public Task OtherBodies(string write) => Stays(Posts(write: write), Call);

    [Fact]
    public Task JsonAsAForm() => Stays(Posts("object form", write: "writer.Write(JsonConvert.SerializeObject(form))"), "portal.{|BX1001:Ask|}(\"crm.deal.delete\", new { id })");

    [Fact]
    public Task AMarkAheadOfTheBody() => Stays(Posts(writer: "new StreamWriter(request.GetRequestStream(), Encoding.UTF8)"), Call);

    [Fact]
    public Task TriesAgain() => Stays(Posts().Replace("response = request.GetResponse();", "response = null!; for (var i = 0; i < 3; i++) { try { response = request.GetResponse(); break; } catch (WebException) { } }", StringComparison.Ordinal), Call);

    [Fact]
    public Task AnotherRequestFirst() => Stays(Posts(before: "using (var check = WebRequest.Create(Hook + \"/profile\").GetResponse()) { }"), Call);

    [Fact]
    public Task ARequestThatIsKept() => Stays("public WebRequest? Last;\n" + Posts(before: "Last = request;"), Call);

    [Fact]
    public Task SaysWhatThePortalSaid() => Fixes("""
        public string Ask(string method, string form)
        {
            try
            {
                using (var client = new WebClient { Encoding = Encoding.UTF8 })
                {
                    client.Headers[HttpRequestHeader.ContentType] = "application/x-www-form-urlencoded";
                    return client.UploadString(Hook + "/" + method, "POST", form);
                }
            }
            catch (WebException e) when (e.Response != null)
            {
                using (var reader = new StreamReader(e.Response.GetResponseStream()))
                    return reader.ReadToEnd();
            }
        }
        """, Call, Command, Body);

    [Theory]
    [InlineData("return client.DownloadString(Hook + \"/\" + method + \"?\" + form);")]
    [InlineData("return client.UploadString(Hook + \"/\" + method, form);")]
    [InlineData("client.Headers.Add(\"Content-Type\", \"application/x-www-form-urlencoded\"); return client.UploadString(Hook + \"/\" + method + \"?\" + form, \"\");")]
    [InlineData("client.Headers.Add(\"Content-Type\", \"application/x-www-form-urlencoded\"); return client.UploadString(Hook + \"/\" + method, \"PUT\", form);")]
    [InlineData("client.Headers.Add(\"Content-Type\", \"application/x-www-form-urlencoded\"); client.Encoding = Encoding.Unicode; return client.UploadString(Hook + \"/\" + method, form);")]
    public Task ClientsThatABatchCannotGoThrough(string send) => Stays($$"""
        public string Ask(string method, string form)
        {
            using (var client = new WebClient { Encoding = Encoding.UTF8 })
            {
                {{send}}
            }
        }
        """, Call);
}
