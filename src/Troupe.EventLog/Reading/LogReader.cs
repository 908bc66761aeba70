using System.Runtime.CompilerServices;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>Reads and follows the log of a folder, from segment to segment. Takes no lock and creates nothing.</summary>
internal sealed class LogReader(SegmentFolder segments, DamageList damage, TimeProvider time)
{
    /// <summary>How long a follower may take to notice a record: one look at a file's length costs microseconds.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <summary>The records from a position to the end, as far as the log reaches when reading gets there.</summary>
    public IEnumerable<LogRecord> Read(Position from)
    {
        var tracker = TrackerFrom(from);
        var seen = new HashSet<RecordId>();
        for (var at = from; ; at = new Position(at.Segment + 1, 0))
        {
            using var segment = Open(at);
            if (segment.IsMissing)
            {
                tracker.Miss(segments.Folder[SegmentNames.Sealed(at.Segment)], at.Segment);
            }
            else if (segment.File is null)
            {
                yield break;
            }
            else
            {
                var scanner = new LogScanner(segment.File, at, tracker);
                while (scanner.Next() is { } record)
                {
                    if (IsShown(segment.File, record, seen))
                    {
                        yield return record;
                    }
                }

                if (!segment.IsSealed)
                {
                    scanner.ReportEnd();
                    yield break;
                }

                scanner.DropRest();
            }
        }
    }

    public async IAsyncEnumerable<LogRecord> FollowAsync(Position from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var tracker = TrackerFrom(from);
        var seen = new HashSet<RecordId>();
        for (var at = from; ; at = new Position(at.Segment + 1, 0))
        {
            await foreach (var (file, record) in FollowSegmentAsync(at, tracker, cancellationToken))
            {
                if (IsShown(file, record, seen))
                {
                    yield return record;
                }
            }
        }
    }

    /// <summary>Follows one segment until it is sealed and read to its end.</summary>
    private async IAsyncEnumerable<(StorageFile File, LogRecord Record)> FollowSegmentAsync(
        Position from, DamageTracker tracker, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        OpenSegment segment;
        while ((segment = Open(from)) is { File: null, IsMissing: false })
        {
            await Task.Delay(Pace, time, cancellationToken);
        }

        using (segment)
        {
            if (segment.File is not { } file)
            {
                tracker.Miss(segments.Folder[SegmentNames.Sealed(from.Segment)], from.Segment);
                yield break;
            }

            var scanner = new LogScanner(file, from, tracker);
            var complete = segment.IsSealed;
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (scanner.Next() is { } record)
                {
                    yield return (file, record);
                }
                else if (complete)
                {
                    scanner.DropRest();
                    yield break;
                }
                else if (!(complete = WasSealed(file, from.Segment)))
                {
                    await Task.Delay(Pace, time, cancellationToken);
                }
            }
        }
    }

    private DamageTracker TrackerFrom(Position from) => new(() => Predecessor.Of(segments, from), damage.Add);

    private OpenSegment Open(Position at)
    {
        var segment = segments.Open(at.Segment);
        if (segment is not null && (segment.IsMissing || at.Offset <= (segment.File?.Status().Length ?? 0)))
        {
            return segment;
        }

        segment?.Dispose();
        throw new TroupeException(
            ErrorCode.Storage,
            $"The log in '{Printable.Escape(segments.Folder.Path)}' ends before position {at} where reading was to go on: it was cut or replaced. Restore it, or delete the checkpoints that were made from it.");
    }

    private bool IsShown(StorageFile file, LogRecord record, HashSet<RecordId> seen)
    {
        if (seen.Add(record.Id))
        {
            return !SegmentOpening.Is(record);
        }

        damage.Add(new LogDamage(file.Path, record.Position, record.Next.Offset - record.Position.Offset, DamageKind.Repeated));
        return false;
    }

    /// <summary>Whether the file that is followed was sealed: it then holds all that it ever will.</summary>
    private bool WasSealed(StorageFile followed, int segment)
    {
        var was = followed.Status();
        using (var active = segments.Folder.TryOpenToRead(SegmentNames.Active))
        {
            if (active?.Status() is { } now && now.IsSameFile(was) && now.Length >= was.Length)
            {
                return false;
            }
        }

        using var closed = segments.Folder.TryOpenToRead(SegmentNames.Sealed(segment));
        return closed?.Status() is { } found && found.IsSameFile(was)
            ? true
            : throw new TroupeException(
                ErrorCode.Storage, $"'{Printable.Escape(followed.Path)}' was replaced or removed while it was followed. Start following again.");
    }
}
