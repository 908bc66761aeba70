using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Makes, ends and shows reservations in the mail log. Safe for several processes at once.</summary>
/// <param name="checkpoint">The path of the derived file; null: none is kept.</param>
public sealed class ReservationDesk(IEventLog log, string? checkpoint, TimeProvider time)
{
    /// <summary>In characters.</summary>
    public const int LongestReason = 200;

    public const int MostPatterns = 64;

    /// <summary>From here on a new checkpoint is worth its writing.</summary>
    private const int RecordsWorthACheckpoint = 2000;

    public static TimeSpan Longest { get; } = TimeSpan.FromDays(7);

    public async Task<ReservationBoard> ReadAsync(CancellationToken cancellationToken) => (await FoldAsync(cancellationToken)).Board;

    /// <summary>What holds now.</summary>
    public async Task<IReadOnlyList<Reservation>> HeldAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Held(time.GetUtcNow());

    /// <summary>
    /// Reserves, whoever else holds what: reservations are advice. Exclusive: only where nobody holds anything in the way, which is
    /// certain even when two ask at once.
    /// </summary>
    public async Task<ReserveOutcome> ReserveAsync(
        PersonaId persona, IReadOnlyList<PathPattern> patterns, TimeSpan ttl, string? reason, bool exclusive, CancellationToken cancellationToken)
    {
        Require(patterns, ttl, reason);
        while (true)
        {
            var (board, end) = await FoldAsync(cancellationToken);
            var now = time.GetUtcNow();
            var others = board.InTheWayOf(persona, patterns, now);
            if (exclusive && others.Count > 0)
            {
                return new ReserveOutcome.Refused(others);
            }

            var reserved = new ReservationEvent.Reserved(persona, patterns, now, now + ttl, reason);
            var result = await log.AppendAsync([ReservationCodec.Encode(reserved)], exclusive ? end : null, cancellationToken);
            if (result is AppendResult.Appended)
            {
                // Who came in between has written before this record: he is seen now.
                var after = exclusive ? others : (await ReadAsync(cancellationToken)).InTheWayOf(persona, patterns, now);
                return new ReserveOutcome.Made(reserved.Until, after);
            }
        }
    }

    /// <summary>Ends reservations of one's own. Others' are theirs.</summary>
    /// <param name="patterns">As they were reserved; empty: all.</param>
    /// <returns>What was ended.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: one of them is not held; nothing is ended then.</exception>
    public async Task<IReadOnlyList<Reservation>> ReleaseAsync(PersonaId persona, IReadOnlyList<PathPattern> patterns, CancellationToken cancellationToken)
    {
        var own = (await HeldAsync(cancellationToken)).Where(one => one.Persona == persona).ToList();
        foreach (var missing in patterns.Where(pattern => own.TrueForAll(one => one.Pattern != pattern)))
        {
            throw new TroupeException(
                ErrorCode.NotFound,
                $"{persona} does not hold '{Printable.Escape(missing.Text)}'{Suggestion.Hint(missing.Text, own.Select(one => one.Pattern.Text))} 'reservations' lists what is held.");
        }

        var ended = own.Where(one => patterns.Count == 0 || patterns.Contains(one.Pattern)).ToList();
        if (ended.Count > 0)
        {
            await log.AppendAsync(ReservationCodec.Encode(new ReservationEvent.Released(persona, patterns)), cancellationToken);
        }

        return ended;
    }

    private static void Require(IReadOnlyList<PathPattern> patterns, TimeSpan ttl, string? reason)
    {
        var flaw = patterns.Count is 0 or > MostPatterns ? $"Name 1 to {MostPatterns} patterns of paths."
            : ttl <= TimeSpan.Zero || ttl > Longest ? $"A reservation lasts at most {Longest.TotalDays:0} days: renew it when it ends."
            : reason?.Length > LongestReason ? $"A reason has at most {LongestReason} characters: write mail for more."
            : null;
        if (flaw is not null)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, flaw);
        }

        SecretRule.RefuseReason(reason ?? "");
    }

    private async Task<(ReservationBoard Board, Position End)> FoldAsync(CancellationToken cancellationToken)
    {
        var stored = checkpoint is not null && PublishedFile.TryRead(checkpoint) is { } bytes ? ReservationCheckpoint.Parse(bytes) : null;
        var from = stored is null ? null : await stored.Bookmark.FindAtItsPlaceAsync(log, cancellationToken);
        var (board, end, last, passed) = (from is null ? ReservationBoard.Empty : stored!.Board, from ?? Position.Start, (LogBookmark?)null, 0);
        await foreach (var record in log.ReadAsync(end, cancellationToken))
        {
            board = ReservationCodec.Decode(record) is { } happened ? board.Evolve(happened) : board;
            (end, last, passed) = (record.Next, LogBookmark.Of(record), passed + 1);
        }

        if (passed >= RecordsWorthACheckpoint && last is { } bookmark && checkpoint is not null)
        {
            await PublishAsync(checkpoint, new ReservationCheckpoint(bookmark, board), end, cancellationToken);
        }

        return (board, end);
    }

    /// <summary>It rests on what was read here, so that has to be durable first. Without it all goes on, only slower.</summary>
    private async Task PublishAsync(string file, ReservationCheckpoint fresh, Position end, CancellationToken cancellationToken)
    {
        try
        {
            await log.SyncAsync(end, cancellationToken);
            PublishedFile.Write(file, fresh.ToBytes().Span);
        }
        catch (TroupeException failure) when (failure.Code is ErrorCode.Storage)
        {
            // A read-only folder has no checkpoints.
        }
    }
}
