using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Makes the bodies of records unreadable for good: for a secret that got into one, or because they are old. The hash of a body and the
/// chain stay, so the log still shows that nothing else was changed. Whoever redacts first appends a record that says who and why.
/// </summary>
public sealed class Redaction
{
    private readonly SegmentFolder _segments;

    public Redaction(string folder)
        : this(folder, LinuxCalls.Instance)
    {
    }

    internal Redaction(string folder, ISystemCalls calls) => _segments = new SegmentFolder(new StorageFolder(calls, folder));

    /// <summary>Replaces every byte of the body by an asterisk. Again is harmless.</summary>
    /// <param name="at">Where the record begins.</param>
    /// <returns>False: the record has no body.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: no record begins there.</exception>
    public bool Redact(Position at) => RedactIn(at.Segment, [at]) > 0;

    /// <summary>
    /// Does so for many records, each segment written anew once, whatever the number of its records. Writers wait for one segment at
    /// a time. What an interruption leaves is done by a repetition.
    /// </summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: no record begins at one of the places; nothing of its segment was changed.</exception>
    public void Redact(IEnumerable<Position> places, CancellationToken cancellationToken)
    {
        foreach (var segment in places.GroupBy(at => at.Segment).OrderBy(segment => segment.Key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            RedactIn(segment.Key, [.. segment.Order()]);
        }
    }

    /// <returns>How many of the records have a body.</returns>
    private int RedactIn(int segment, IReadOnlyList<Position> places)
    {
        using var gate = _segments.Folder.Open(WriterFiles.LockName, OpenMode.ReadWrite);
        gate.Lock();
        var (bodies, lines) = (0, new List<(long Offset, ReadOnlyMemory<byte> Bytes)>());
        foreach (var record in Find(segment, places).Where(record => record.BodyText is not null))
        {
            bodies++;
            if (!BlottedLine.IsBlotted(record))
            {
                lines.Add((record.Position.Offset, BlottedLine.Of(record)));
            }
        }

        if (lines.Count > 0)
        {
            new SegmentRewrite(_segments).Apply(segment, lines, mends: false);
        }

        return bodies;
    }

    private List<LogRecord> Find(int segment, IReadOnlyList<Position> places)
    {
        using var opened = _segments.Open(segment);
        var length = opened?.File?.Status().Length ?? 0;
        return [.. places.Select(at =>
        {
            var found = at.Offset < length ? new LogScanner(opened!.File!, at, DamageTracker.Silent()).Next() : null;
            return found?.Position == at
                ? found
                : throw new TroupeException(ErrorCode.NotFound, $"No record of the log in '{Printable.Escape(_segments.Folder.Path)}' begins at {at}.");
        })];
    }
}
