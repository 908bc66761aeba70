using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Finds out who is to be woken for mail that has come. Who cannot be woken now (he is at work, or was woken too often) stays due until he is,
/// or has read his mail. Each message wakes a persona at most once: that it does is remembered before it is done, so that a crash costs a
/// wake and never doubles one; the mail itself stays unread. For one process at a time.
/// </summary>
/// <param name="file">Where the memory is kept.</param>
/// <param name="since">The last record that wakes nobody, for when the memory is lost; null: the log was empty.</param>
public sealed class DeliveryRounds(PostOffice office, IEventLog log, string file, LogBookmark? since)
{
    private readonly WakeMemoryFile _memory = new(file);

    /// <summary>From now on: nothing that has come before wakes anybody.</summary>
    /// <returns>The last record of the log, null if there is none.</returns>
    public async Task<LogBookmark?> BeginAsync(CancellationToken cancellationToken)
    {
        var memory = Recall();
        var from = await PlaceAsync(memory, cancellationToken);
        var last = await LastAsync(from ?? Position.Start, end: null, cancellationToken);
        var begun = memory with { Bookmark = last ?? (from is null ? null : memory.Bookmark), Due = [] };
        _memory.Write(begun);
        return begun.Bookmark;
    }

    /// <summary>
    /// Who is to be woken, for what has come since the last look or was left then. The lead is a person and the Weaver the engine: nobody
    /// wakes them.
    /// </summary>
    public async Task<IReadOnlyList<Wake>> LookAsync(CancellationToken cancellationToken)
    {
        if (await PlaceAsync(Recall(), cancellationToken) is not { } from)
        {
            // The log was replaced by another, in which nobody can tell what is new.
            await BeginAsync(cancellationToken);
            from = await PlaceAsync(Recall(), cancellationToken) ?? Position.Start;
        }

        var memory = Recall();
        var mailboxes = await office.FoldAsync(cancellationToken);
        var (perHour, now) = (office.Settings().WakesPerHour, office.Time.GetUtcNow());
        List<DueMail> due = [];
        List<Wake> wakes = [];
        foreach (var (persona, unread) in mailboxes.UnreadOfAll().OrderBy(box => box.Key))
        {
            var place = PlaceOf(memory.Due.Find(one => one.Persona == persona), mailboxes) ?? from;
            var messages = unread.Where(entry => entry.Message.Position >= place).Select(entry => entry.Message).ToList();
            if (messages.Count > 0 && persona != PersonaId.Lead && persona != PersonaId.Weaver && office.Addresses.Knows(persona))
            {
                due.Add(new DueMail(persona, messages[0].Id));
                wakes.Add(new Wake(persona, messages[^1].Id, memory.FreeAt(persona, perHour, now)));
            }
        }

        var last = await LastAsync(from, mailboxes.Next, cancellationToken);
        if (last is not null || !due.SequenceEqual(memory.Due))
        {
            await log.SyncAsync(mailboxes.Next, cancellationToken);
            _memory.Write(memory with { Bookmark = last ?? memory.Bookmark, Due = [.. due] });
        }

        return wakes;
    }

    /// <summary>Remembers that the persona is being woken. To be called before it is.</summary>
    public void Take(Wake wake) => _memory.Write(Recall().With(wake.Persona, office.Time.GetUtcNow()));

    /// <summary>Whether the log has grown since the last look. Needs no lease.</summary>
    public async Task<bool> HasNewAsync(CancellationToken cancellationToken)
    {
        if (await PlaceAsync(Recall(), cancellationToken) is { } from)
        {
            await foreach (var _ in log.ReadAsync(from, cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private WakeMemory Recall() => _memory.TryRead() ?? WakeMemory.From(since);

    /// <summary>Where what was not looked at begins; null: the log does not hold what was looked at last.</summary>
    private async Task<Position?> PlaceAsync(WakeMemory memory, CancellationToken cancellationToken) =>
        memory.Bookmark is { } mark ? await mark.FindAsync(log, cancellationToken) : Position.Start;

    private static Position? PlaceOf(DueMail due, Mailboxes mailboxes) =>
        due != default && mailboxes.Of(due.Persona).TryFind(due.First, out var entry) ? entry.Message.Position : null;

    /// <summary>The last record before a place, or of the log; null: there is none.</summary>
    private async Task<LogBookmark?> LastAsync(Position from, Position? end, CancellationToken cancellationToken)
    {
        LogBookmark? last = null;
        await foreach (var record in log.ReadAsync(from, cancellationToken))
        {
            if (record.Next > end)
            {
                break;
            }

            last = LogBookmark.Of(record);
        }

        return last;
    }
}
