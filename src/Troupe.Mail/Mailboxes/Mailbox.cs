using System.Diagnostics.CodeAnalysis;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The messages that one persona received, in the order of the log. Changes only as <see cref="Mailboxes"/> folds records.</summary>
public sealed class Mailbox
{
    private readonly List<MailboxEntry> _entries = [];
    private readonly Dictionary<RecordId, int> _places = [];

    internal Mailbox(PersonaId owner) => Owner = owner;

    public PersonaId Owner { get; }

    public IReadOnlyList<MailboxEntry> Entries => _entries;

    public IEnumerable<MailboxEntry> Unread => _entries.Where(entry => entry.IsUnread);

    public bool TryFind(RecordId message, [NotNullWhen(true)] out MailboxEntry? entry)
    {
        entry = _places.TryGetValue(message, out var place) ? _entries[place] : null;
        return entry is not null;
    }

    internal void Put(Message message)
    {
        if (_places.TryAdd(message.Id, _entries.Count))
        {
            _entries.Add(new MailboxEntry(message));
        }
    }

    internal void Change(RecordId message, Func<MailboxEntry, MailboxEntry> change)
    {
        if (_places.TryGetValue(message, out var place))
        {
            _entries[place] = change(_entries[place]);
        }
    }
}
