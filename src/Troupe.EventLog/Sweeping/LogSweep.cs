namespace Troupe.EventLog;

/// <summary>
/// Passes every valid record of a log without making an object of any: for searches through all of it. Every checksum is checked.
/// Segments may be swept by several threads at once, and in any order. It takes no lock, keeps nothing and creates nothing.
/// </summary>
public sealed class LogSweep
{
    private readonly SegmentFolder _segments;
    private readonly FileEventLog _log;
    private volatile bool _isRegular = true;

    /// <param name="folder">That of the log; a missing one is an empty log.</param>
    public LogSweep(string folder)
    {
        _segments = new SegmentFolder(new StorageFolder(LinuxCalls.Instance, folder));
        _log = new FileEventLog(folder, TimeProvider.System);
        Segments = _segments.CountSealed() + 1;
    }

    /// <summary>How many segments the log has now, the active one included: what is appended to later ones is not swept.</summary>
    public int Segments { get; }

    /// <summary>How long a segment is, in bytes.</summary>
    public long LengthOf(int segment)
    {
        using var open = _segments.Open(segment);
        return open?.File?.Status().Length ?? 0;
    }

    /// <summary>Shows the records of a segment, in their order. A record that repeats the id of an earlier one is shown too.</summary>
    /// <exception cref="Troupe.Core.TroupeException">A record of a later version, or a file that cannot be read.</exception>
    public void Sweep(int segment, ISweeper sweeper)
    {
        using var open = _segments.Open(segment);
        var isRegular = open?.File is { } file ? new SegmentSweep(file, segment, sweeper).Run(open.IsSealed) : open?.IsMissing != true;
        if (!isRegular)
        {
            // Another thread may say the same at this moment, and nobody ever says the opposite.
            _isRegular = false;
        }
    }

    /// <summary>
    /// The damage in the log. Where the sweep met nothing but records, there is none; else the whole log is read once more, in
    /// order, since only the chain over all of it tells what damage has cost.
    /// </summary>
    public async Task<IReadOnlyList<LogDamage>> FindDamageAsync(CancellationToken cancellationToken)
    {
        if (!_isRegular)
        {
            await foreach (var _ in _log.ReadAsync(Position.Start, cancellationToken))
            {
                // Reading tells the log what is damaged.
            }
        }

        return _log.Damage;
    }

    /// <summary>For each place the record that begins there, or null: it is not there any more.</summary>
    public ValueTask<IReadOnlyList<LogRecord?>> ReadAsync(IReadOnlyList<Position> places, CancellationToken cancellationToken) =>
        _log.ReadAtAsync(places, cancellationToken);
}
