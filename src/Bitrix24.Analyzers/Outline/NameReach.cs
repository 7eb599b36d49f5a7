using Microsoft.CodeAnalysis;
using Bitrix24.Analyzers.Recognition;

namespace Bitrix24.Analyzers.Outline;

/// <summary>
/// Which member names could lead to a REST call, as a call graph of bare names and numbers of arguments: too generous,
/// never too strict, and cheap. It decides what is worth binding.
/// </summary>
sealed class NameReach
{
    readonly Dictionary<string, List<Member>> _members = new(StringComparer.Ordinal);
    readonly Func<string, Signs> _known;

    NameReach(Func<string, Signs> known) => _known = known;

    public Signs Of(NameUse use)
    {
        var signs = _known(use.Name);
        if (_members.TryGetValue(use.Name, out var members))
        {
            foreach (var member in members)
            {
                if (member.Arity.Takes(use.Arguments))
                    signs |= member.Signs;
            }
        }

        return signs;
    }

    /// <summary>Whether some call that could repeat in this body could be a REST call.</summary>
    public bool CouldRepeat(OutlinedBody body)
    {
        var signs = body.Own & Signs.Evidence;
        foreach (var use in body.Repeated)
        {
            signs |= Of(use);
            if (signs == Signs.Evidence && VocabularyCalls.NameSends(use.Name))
                signs = Signs.Both;
            if (signs == Signs.Both)
                return true;
        }

        return false;
    }

    /// <summary>Whether something that this body names could be, or lead to, a REST call.</summary>
    public bool CouldSend(OutlinedBody body)
    {
        var signs = body.Own & Signs.Evidence;
        foreach (var use in body.Names)
        {
            signs |= Of(use);
            if (signs == Signs.Both || (signs == Signs.Evidence && VocabularyCalls.NameSends(use.Name)))
                return true;
        }

        return false;
    }

    public static NameReach Of(IReadOnlyList<TreeOutline> trees, IEnumerable<NameReach> referenced, Func<string, Signs> known, CancellationToken cancellation)
    {
        var reach = new NameReach(known);
        foreach (var member in referenced.SelectMany(static r => r._members.Values).SelectMany(static m => m))
        {
            if (member.Signs != Signs.None)
                reach.Find(member.Name, member.Arity).Signs |= member.Signs;
        }

        var users = new Dictionary<string, List<(Member User, int Arguments)>>(StringComparer.Ordinal);
        var pending = new Stack<Member>();
        foreach (var body in trees.SelectMany(static t => t.Bodies))
        {
            cancellation.ThrowIfCancellationRequested();
            var member = reach.Find(body.Name, body.Arity);
            var signs = body.Own;
            foreach (var use in body.Names)
            {
                signs |= known(use.Name);
                if (!users.TryGetValue(use.Name, out var list))
                    users.Add(use.Name, list = []);
                list.Add((member, use.Arguments));
            }

            // A REST method given to something whose source is elsewhere may be sent there.
            if ((body.Own & Signs.Evidence) != Signs.None && body.Names.Any(static n => VocabularyCalls.NameSends(n.Name)))
                signs |= Signs.Sends;
            member.Signs |= signs;
        }

        foreach (var member in reach._members.Values.SelectMany(static m => m))
        {
            if (member.Signs != Signs.None)
                pending.Push(member);
        }

        while (pending.Count > 0)
        {
            var member = pending.Pop();
            if (!users.TryGetValue(member.Name, out var list))
                continue;
            foreach (var (user, arguments) in list)
            {
                var signs = user.Signs | member.Signs;
                if (signs == user.Signs || !member.Arity.Takes(arguments))
                    continue;
                user.Signs = signs;
                pending.Push(user);
            }
        }

        return reach;
    }

    /// <summary>Members of one name and arity are one: bare names cannot tell them apart.</summary>
    Member Find(string name, Arity arity)
    {
        if (!_members.TryGetValue(name, out var members))
            _members.Add(name, members = []);
        foreach (var declared in members)
        {
            if (declared.Arity == arity)
                return declared;
        }

        var member = new Member(name, arity);
        members.Add(member);
        return member;
    }

    sealed class Member(string name, Arity arity)
    {
        public string Name { get; } = name;

        public Arity Arity { get; } = arity;

        public Signs Signs { get; set; }
    }
}
