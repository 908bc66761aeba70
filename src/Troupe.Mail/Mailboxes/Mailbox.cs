using System.Diagnostics.CodeAnalysis;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// The messages that one persona received, in the order of the log: a view on <see cref="Mailboxes"/>, which reads what it is asked
/// for and no more. Each question is answered as the mailboxes are then.
/// </summary>
public sealed class Mailbox
{
    private const int EntriesAtOnce = 2048;

    private readonly Mailboxes _all;

    internal Mailbox(Mailboxes all, PersonaId owner) => (_all, Owner) = (all, owner);

    public PersonaId Owner { get; }

    /// <summary>Everything that ever arrived: of a large mailbox, ask for less.</summary>
    public IReadOnlyList<MailboxEntry> Entries => _all.Ask(view => view.Entries(new BoxScan(view.Layers, Owner).OldestFirst()));

    /// <summary>The same, read bit by bit as somebody goes through them: of a large mailbox, only a part is ever in memory.</summary>
    public IEnumerable<MailboxEntry> OneByOne() => _all.Ask(view => new BoxScan(view.Layers, Owner).OldestFirst().ToList())
        .Chunk(EntriesAtOnce)
        .SelectMany(rows => _all.Ask(view => view.Entries(rows)));

    public IEnumerable<MailboxEntry> Unread => Newest(new MailboxFilter { OnlyUnread = true }, int.MaxValue).Entries;

    /// <summary>The newest messages of a list, at most so many.</summary>
    public MailboxList Newest(MailboxFilter filter, int limit) => _all.Ask(view =>
    {
        var known = filter.CountOf(view.Layers.Counts(Owner));
        var enough = known is { } all ? Math.Min(limit, all) : int.MaxValue;
        var (rows, found) = (new List<EntryRow>(), 0);
        foreach (var row in new BoxScan(view.Layers, Owner).NewestFirst(filter.Wanted).Where(filter.Shows).Take(enough))
        {
            found++;
            if (rows.Count < limit)
            {
                rows.Add(row);
            }
        }

        rows.Reverse();
        return new MailboxList(view.Entries(rows), (known ?? found) - rows.Count);
    });

    /// <summary>The newest messages of which something is true that no list is kept of: every message that ever arrived is looked at.</summary>
    public MailboxList Newest(Predicate<MailboxEntry> shows, int limit)
    {
        var shown = Entries.Where(entry => shows(entry)).ToList();
        var older = Math.Max(0, shown.Count - limit);
        return new MailboxList(shown[older..], older);
    }

    public bool TryFind(RecordId message, [NotNullWhen(true)] out MailboxEntry? entry)
    {
        entry = _all.Ask(view => view.Layers.Find(message) is { } number && view.Layers.Entry(Owner, number) is { } row ? view.Entries([row])[0] : null);
        return entry is not null;
    }

    /// <summary>What became of a message here; null: it did not come here. Nothing is read from the log.</summary>
    public MailboxEntry? EntryOf(Message message) =>
        _all.Ask(view => view.Layers.Find(message.Id) is { } number && view.Layers.Entry(Owner, number) is { } row ? view.Entry(message, row) : null);

    /// <summary>The entries of a sender whose mail carries dedup keys, but for those that were replaced by newer ones.</summary>
    internal IReadOnlyList<MailboxEntry> StandingKeyed(PersonaId sender) => _all.Ask(view => view.Entries(
        new BoxScan(view.Layers, Owner).OldestFirst().Where(row =>
            row.From == sender && row.State.Has(EntryFlags.Keyed) && !row.State.Has(EntryFlags.Superseded))));
}
