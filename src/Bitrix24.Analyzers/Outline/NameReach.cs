using System.Collections.Immutable;
using Bitrix24.Analyzers.Recognition;
using Microsoft.CodeAnalysis;

namespace Bitrix24.Analyzers.Outline;

/// <summary>
/// Which member names could lead to a REST call, as a call graph of bare names: too generous, never too strict, and cheap.
/// It decides what is worth binding.
/// </summary>
sealed class NameReach
{
    readonly Dictionary<string, Signs> _names;
    readonly Func<string, bool> _isSender;

    NameReach(Dictionary<string, Signs> names, Func<string, bool> isSender)
    {
        _names = names;
        _isSender = isSender;
    }

    public Signs Of(string name) => (_names.TryGetValue(name, out var signs) ? signs : Signs.None) | (_isSender(name) ? Signs.Sends : Signs.None);

    /// <summary>Whether some call that could repeat in this body could be a REST call.</summary>
    public bool CouldRepeat(OutlinedBody body)
    {
        var signs = body.Own & Signs.Evidence;
        foreach (var name in body.Repeated)
        {
            signs |= Of(name);
            if (signs == Signs.Both)
                return true;
        }

        return false;
    }

    public static NameReach Of(IReadOnlyList<TreeOutline> trees, IEnumerable<NameReach> referenced, Func<string, bool> isSender, CancellationToken cancellation)
    {
        var names = new Dictionary<string, Signs>(StringComparer.Ordinal);
        foreach (var other in referenced)
        {
            foreach (var pair in other._names)
                Add(names, pair.Key, pair.Value);
        }

        var reach = new NameReach(names, isSender);
        var users = new Dictionary<string, List<Node>>(StringComparer.Ordinal);
        var pending = new Stack<Node>();
        foreach (var tree in trees)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var body in tree.Bodies)
            {
                var node = new Node(body.Name, body.Own);
                foreach (var name in body.Identifiers)
                {
                    node.Signs |= reach.Of(name);
                    if (!users.TryGetValue(name, out var list))
                        users.Add(name, list = []);
                    list.Add(node);
                }

                // A REST method given to something whose source is elsewhere may be sent there.
                if ((body.Own & Signs.Evidence) != Signs.None && body.Identifiers.Any(VocabularyCalls.NameSends))
                    node.Signs |= Signs.Sends;
                if (node.Signs != Signs.None)
                    pending.Push(node);
            }
        }

        while (pending.Count > 0)
        {
            var node = pending.Pop();
            if (node.Name.Length == 0 || !Add(names, node.Name, node.Signs) || !users.TryGetValue(node.Name, out var list))
                continue;
            foreach (var user in list)
            {
                var signs = user.Signs | names[node.Name];
                if (signs == user.Signs)
                    continue;
                user.Signs = signs;
                pending.Push(user);
            }
        }

        return reach;
    }

    static bool Add(Dictionary<string, Signs> names, string name, Signs signs)
    {
        var known = names.TryGetValue(name, out var old) ? old : Signs.None;
        names[name] = known | signs;
        return (known | signs) != known;
    }

    sealed class Node(string name, Signs signs)
    {
        public string Name { get; } = name;

        public Signs Signs { get; set; } = signs;
    }
}
