#pragma warning disable SYSLIB0014
using System.IO;
using System.Net;
using System.Text;

public class Bitrix24
{
    private readonly string BX_Url;

    public Bitrix24(string url)
    {
        BX_Url = url;
    }

    public string SendCommand(string Command, string Params = "", string Body = "")
    {
        string BX_URL = BX_Url + "/" + Command + "?" + Params;
        HttpWebRequest request = (HttpWebRequest)WebRequest.Create(BX_URL);
        request.Method = "POST";
        request.ContentType = "application/x-www-form-urlencoded";
        byte[] bytes = Encoding.UTF8.GetBytes(Body);
        request.ContentLength = bytes.Length;
        using (Stream stream = request.GetRequestStream())
        {
            stream.Write(bytes, 0, bytes.Length);
        }

        using (HttpWebResponse response = (HttpWebResponse)request.GetResponse())
        using (StreamReader reader = new StreamReader(response.GetResponseStream()))
        {
            return reader.ReadToEnd();
        }
    }
}
