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
    /// <param name="at">Where the record begins. It may stand in the log more than once, see <see cref="RecordCopies"/>: every copy is reached.</param>
    /// <returns>False: the record has no body.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: no record begins there.</exception>
    public bool Redact(Position at)
    {
        var record = Find(at.Segment, [at])[0];
        Blot([record.Id], CancellationToken.None);
        return record.BodyText is not null;
    }

    /// <summary>
    /// Does so for many records, each segment written anew once, whatever the number of its records. Writers wait for one segment at
    /// a time. What an interruption leaves is done by a repetition.
    /// </summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: no record begins at one of the places; nothing was changed.</exception>
    public void Redact(IEnumerable<Position> places, CancellationToken cancellationToken) =>
        Blot([.. places.GroupBy(at => at.Segment).SelectMany(segment => Find(segment.Key, [.. segment.Order()])).Select(record => record.Id)], cancellationToken);

    private void Blot(HashSet<RecordId> ids, CancellationToken cancellationToken)
    {
        var copies = new RecordCopies(_segments, ids);
        while (copies.FindMore(cancellationToken) is { Count: > 0 } places)
        {
            // The copy that readers show comes last: as long as anything is left to do, a reader sees that.
            foreach (var segment in places.GroupBy(at => at.Segment).OrderByDescending(segment => segment.Key))
            {
                cancellationToken.ThrowIfCancellationRequested();
                BlotIn(segment.Key, [.. segment]);
            }
        }
    }

    private void BlotIn(int segment, IReadOnlyList<Position> places)
    {
        using var gate = HeldLock.Take(_segments.Folder, WriterFiles.LockName);
        List<(long Offset, ReadOnlyMemory<byte> Bytes)> lines =
            [.. Find(segment, places).Where(record => !BlottedLine.IsBlotted(record)).Select(record => (record.Position.Offset, (ReadOnlyMemory<byte>)BlottedLine.Of(record)))];
        if (lines.Count > 0)
        {
            new SegmentRewrite(_segments).Apply(segment, lines, mends: false);
        }
        else if (SegmentManifest.TryRead(_segments.Folder, segment) is null)
        {
            // A redaction that was cut off had come so far.
            new ManifestWriter(_segments).Write(segment);
        }
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
