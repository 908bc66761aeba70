namespace Troupe.EventLog;

/// <summary>
/// An event log in a folder: segments of records, of which the last is appended to, the lock of its writers, and derived
/// files that can be deleted (docs/specs/event-log.md). Keeps nothing open between calls, so any number of instances, threads and processes may use one folder. Appends, syncs and reads complete
/// before they return; only following waits asynchronously.
/// </summary>
public sealed class FileEventLog : IEventLog
{
    /// <summary>A segment of this length is sealed before the next append, in bytes.</summary>
    private const long FullSegment = 32 * 1024 * 1024;

    private readonly TimeProvider _time;
    private readonly LogAppender _appender;
    private readonly LogReader _reader;
    private readonly RecordFetch _fetch;
    private readonly DamageList _damage = new();

    /// <param name="folder">Created with mode 0700 by the first append. A missing one is an empty log.</param>
    /// <param name="time">The clock for timestamps, and for the pace of a follower.</param>
    public FileEventLog(string folder, TimeProvider time)
        : this(folder, time, LinuxCalls.Instance, FullSegment)
    {
    }

    internal FileEventLog(string folder, TimeProvider time, ISystemCalls calls, long fullSegment = FullSegment)
    {
        _time = time;
        var segments = new SegmentFolder(new StorageFolder(calls, folder));
        _appender = new LogAppender(calls, segments, new SegmentSealer(segments, fullSegment), time);
        _reader = new LogReader(segments, _damage, time);
        _fetch = new RecordFetch(segments);
    }

    public IReadOnlyList<LogDamage> Damage => _damage.Snapshot();

    public ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<NewRecord> batch, Position? onlyIfEndIs, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var encoded = new UnchainedRecord[batch.Count];
        for (var i = 0; i < encoded.Length; i++)
        {
            SegmentOpening.RefuseAsCallers(batch[i]);
            encoded[i] = RecordEncoder.Encode(batch[i], _time);
        }

        return new ValueTask<AppendResult>(_appender.Append(encoded, onlyIfEndIs));
    }

    public IAsyncEnumerable<LogRecord> ReadAsync(Position from, CancellationToken cancellationToken) =>
        new SynchronousSequence<LogRecord>(_reader.Read(from), cancellationToken);

    public ValueTask<IReadOnlyList<LogRecord?>> ReadAtAsync(IReadOnlyList<Position> places, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<IReadOnlyList<LogRecord?>>(_fetch.At(places));
    }

    public IAsyncEnumerable<LogRecord> FollowAsync(Position from, CancellationToken cancellationToken) =>
        _reader.FollowAsync(from, cancellationToken);

    public ValueTask SyncAsync(Position upTo, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (upTo > Position.Start)
        {
            _appender.Sync(upTo);
        }

        return ValueTask.CompletedTask;
    }
}
