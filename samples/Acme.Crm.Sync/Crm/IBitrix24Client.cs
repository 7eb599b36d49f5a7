using System.Text.Json;

namespace Acme.Crm.Sync.Crm;

public interface IBitrix24Client
{
    /// <summary>Calls a REST method and gives its whole answer.</summary>
    Task<JsonElement> CallAsync(string method, object parameters);
}
