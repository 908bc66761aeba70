using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Finds out who is to be woken for mail that has come. Each message wakes a persona at most once: what is given out is remembered before
/// it is, so that a crash costs a wake and never doubles one; the mail itself stays unread. For one process at a time.
/// </summary>
/// <param name="file">Where the memory is kept.</param>
public sealed class DeliveryRounds(PostOffice office, IEventLog log, string file)
{
    private readonly WakeMemoryFile _memory = new(file);

    /// <summary>
    /// Looks through what has come since the last round. Of a persona's new messages that are still unread the newest counts; the lead is a
    /// person and the Weaver the engine: nobody wakes them.
    /// </summary>
    public async Task<IReadOnlyList<Wake>> NextAsync(CancellationToken cancellationToken)
    {
        var memory = _memory.Read();
        var from = await PlaceAsync(memory, cancellationToken);
        var mailboxes = await office.FoldAsync(cancellationToken);
        var now = office.Time.GetUtcNow();
        List<Wake> wakes = [];
        foreach (var (persona, unread) in mailboxes.UnreadOfAll().OrderBy(box => box.Key))
        {
            var newest = unread.LastOrDefault(entry => entry.Message.Position >= from);
            if (newest is not null && persona != PersonaId.Lead && persona != PersonaId.Weaver && office.Addresses.Knows(persona))
            {
                wakes.Add(new Wake(persona, newest.Message.Id));
            }
        }

        if (await LastBeforeAsync(from, mailboxes.Next, cancellationToken) is not { } last)
        {
            return [];
        }

        var allowed = wakes.Where(wake => memory.Allows(wake.Persona, office.Settings().WakesPerHour, now)).ToList();
        var after = allowed.Aggregate(memory with { Bookmark = last }, (known, wake) => known.With(wake.Persona, now));
        await log.SyncAsync(mailboxes.Next, cancellationToken);
        _memory.Write(after);
        return allowed;
    }

    /// <summary>Whether the log has grown since the last round. Needs no lease.</summary>
    public async Task<bool> HasNewAsync(CancellationToken cancellationToken)
    {
        var from = await PlaceAsync(_memory.Read(), cancellationToken);
        await foreach (var _ in log.ReadAsync(from, cancellationToken))
        {
            return true;
        }

        return false;
    }

    private async Task<Position> PlaceAsync(WakeMemory memory, CancellationToken cancellationToken) =>
        memory.Bookmark is { } mark ? await mark.FindAsync(log, cancellationToken) ?? Position.Start : Position.Start;

    /// <summary>The last record that the mailboxes have seen; null: nothing has come since.</summary>
    private async Task<LogBookmark?> LastBeforeAsync(Position from, Position end, CancellationToken cancellationToken)
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
