#pragma warning disable SYSLIB0014
using System.Net;
using System.Text;
using Newtonsoft.Json;

public class BitrixWeb
{
    private readonly string _webhook;

    public BitrixWeb(string webhook) => _webhook = webhook;

    public string Post(string method, object data)
    {
        using (var client = new WebClient())
        {
            client.Encoding = Encoding.UTF8;
            client.Headers[HttpRequestHeader.ContentType] = "application/json";
            return client.UploadString(_webhook + "/" + method, JsonConvert.SerializeObject(data));
        }
    }
}
