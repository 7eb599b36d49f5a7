namespace Acme.Crm.Sync.Crm;

public class Bitrix24Exception(string method, string error, string? description)
    : Exception($"{method}: {error} {description}")
{
    public string Error { get; } = error;
}
