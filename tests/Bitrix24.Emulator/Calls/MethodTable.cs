using Bitrix24.Emulator.Entities;
using Bitrix24.Emulator.Events;
using Bitrix24.Emulator.Methods;

namespace Bitrix24.Emulator.Calls;

/// <summary>The methods that the emulator implements, found by name in any letter case.</summary>
internal sealed class MethodTable(IEnumerable<IRestMethod> methods)
{
    private readonly Dictionary<string, IRestMethod> _methods = methods.ToDictionary(method => method.Name, StringComparer.OrdinalIgnoreCase);

    public IEnumerable<string> Names => _methods.Values.Select(method => method.Name).Append(Batch.Name).Order(StringComparer.Ordinal);

    public IEnumerable<string> Scopes =>
        _methods.Values.Select(method => method.Scope).Where(scope => scope.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>All that there are; a method keeps nothing, so portals share them.</summary>
    public static readonly MethodTable All = new([
        .. EntityMethod.All(),
        .. PortalMethods.All,
        .. ApplicationOptionMethods.All,
        .. UserMethods.All,
        .. ProductRowMethods.All,
        .. LinkMethods.All,
        .. ListFieldMethods.All,
        .. TaskMethods.All,
        .. CommunicationMethods.All,
        .. ImportMethods.All,
        .. FileMethods.All,
        .. EventMethods.All,
        .. OfflineMethods.All,
    ]);

    /// <summary>The method that adds rows under a prefix.</summary>
    public EntityMethod? Adding(string prefix) => _methods.Values.OfType<EntityMethod>()
        .FirstOrDefault(method => method.Verb.Kind == "add" && method.Entity.Prefix.Equals(prefix, StringComparison.OrdinalIgnoreCase));

    public IRestMethod? Find(string name) => _methods.GetValueOrDefault(name);
}
