using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// What happened, for good. Many processes append to one log at once; the only order is the position.
/// Whoever makes something visible elsewhere that rests on what he read here first calls <see cref="SyncAsync"/>:
/// a reader may see a record before it is durable.
/// </summary>
public interface IEventLog
{
    /// <summary>
    /// What readers of this instance have met that is no record, in the order in which they met it. Records are read
    /// around it; a command that finds <see cref="LogDamage.LostRecords"/> here ends "degraded".
    /// </summary>
    IReadOnlyList<LogDamage> Damage { get; }

    /// <summary>
    /// Appends the batch in order, with nothing in between, durable when it returns. A record whose id or dedup key the log
    /// already holds is acknowledged as a duplicate. A crash (or an exception) may leave the first records of a batch in the log:
    /// whoever repeats a batch gives his own ids or keys.
    /// </summary>
    /// <param name="onlyIfEndIs">
    /// Append only if the log ends here, else <see cref="AppendResult.Moved"/>. A batch of nothing but duplicates is
    /// acknowledged wherever the log ends: it is the repetition of an append that had been made.
    /// </param>
    /// <exception cref="TroupeException">
    /// <see cref="ErrorCode.InvalidArgument"/>: a record that cannot be one (too large, not UTF-8, a reserved name);
    /// <see cref="ErrorCode.Storage"/>: not acknowledged, and the message says why.
    /// </exception>
    ValueTask<AppendResult> AppendAsync(IReadOnlyList<NewRecord> batch, Position? onlyIfEndIs, CancellationToken cancellationToken);

    /// <summary>The valid records from a position to the end that the log has when the reader gets there.</summary>
    IAsyncEnumerable<LogRecord> ReadAsync(Position from, CancellationToken cancellationToken);

    /// <summary>
    /// Single records by their places, for whoever keeps places and not records. Places in the order of the log cost the least.
    /// </summary>
    /// <returns>For each place, in the order asked, the record that begins there; null: none does (any more).</returns>
    ValueTask<IReadOnlyList<LogRecord?>> ReadAtAsync(IReadOnlyList<Position> places, CancellationToken cancellationToken);

    /// <summary>Like <see cref="ReadAsync"/>, and then waits for more, until it is cancelled.</summary>
    IAsyncEnumerable<LogRecord> FollowAsync(Position from, CancellationToken cancellationToken);

    /// <summary>Makes everything before a position durable, whoever wrote it.</summary>
    ValueTask SyncAsync(Position upTo, CancellationToken cancellationToken);
}
