using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>The mail: a key is sent once; a message is unread until a session that was shown it has succeeded.</summary>
internal sealed class FakePost
{
    private readonly Dictionary<string, MailHead> _byKey = [];
    private readonly HashSet<string> _read = [];

    public IReadOnlyCollection<MailHead> All => _byKey.Values;

    public string Send(string key, PersonaId to, PersonaId from, string type, bool goodNews = false)
    {
        if (!_byKey.TryGetValue(key, out var known))
        {
            known = new MailHead($"m-{Invented.Digest(key)}", to, from, type, goodNews);
            _byKey[key] = known;
        }

        return known.Message;
    }

    public void MarkRead(IEnumerable<string> messages) => _read.UnionWith(messages);

    public IReadOnlyList<MailHead> Unread() => [.. _byKey.Values.Where(head => head.To != PersonaId.Lead && !_read.Contains(head.Message))];
}
