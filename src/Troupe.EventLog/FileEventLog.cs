using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// An event log in a folder: <c>events.jsonl</c>, the lock of its writers, and an index that can be deleted. Keeps nothing
/// open between calls, so any number of instances, threads and processes may use one folder. Appends, syncs and reads complete
/// before they return; only following waits asynchronously.
/// </summary>
public sealed class FileEventLog : IEventLog
{
    private readonly TimeProvider _time;
    private readonly StorageFolder _folder;
    private readonly LogAppender _appender;
    private readonly LogReader _reader;
    private readonly DamageList _damage = new();

    /// <param name="folder">Created with mode 0700 by the first append. A missing one is an empty log.</param>
    /// <param name="time">The clock for timestamps, and for the pace of a follower.</param>
    public FileEventLog(string folder, TimeProvider time)
        : this(folder, time, LinuxCalls.Instance)
    {
    }

    internal FileEventLog(string folder, TimeProvider time, ISystemCalls calls)
    {
        _time = time;
        _folder = new StorageFolder(calls, folder);
        _appender = new LogAppender(calls, _folder);
        _reader = new LogReader(_folder, _damage, time);
    }

    public IReadOnlyList<LogDamage> Damage => _damage.Snapshot();

    public ValueTask<AppendResult> AppendAsync(
        IReadOnlyList<NewRecord> batch, Position? onlyIfEndIs, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var encoded = new UnchainedRecord[batch.Count];
        for (var i = 0; i < encoded.Length; i++)
        {
            encoded[i] = RecordEncoder.Encode(batch[i], _time);
        }

        return new ValueTask<AppendResult>(_appender.Append(encoded, onlyIfEndIs));
    }

    public IAsyncEnumerable<LogRecord> ReadAsync(Position from, CancellationToken cancellationToken) =>
        new SynchronousSequence<LogRecord>(_reader.Read(from), cancellationToken);

    public IAsyncEnumerable<LogRecord> FollowAsync(Position from, CancellationToken cancellationToken) =>
        _reader.FollowAsync(from, cancellationToken);

    public ValueTask SyncAsync(Position upTo, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (upTo > Position.Start)
        {
            using var log = _folder.TryOpenToRead(LogAppender.LogName)
                ?? throw new TroupeException(ErrorCode.Storage, $"There is no log '{Printable.Escape(_folder[LogAppender.LogName])}' any more.");
            _appender.Sync(log);
        }

        return ValueTask.CompletedTask;
    }
}
