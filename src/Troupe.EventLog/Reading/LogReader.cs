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
        var earlier = new EarlierRecords(segments, from);
        for (var at = from; ; at = new Position(at.Segment + 1, 0))
        {
            earlier.AddWhatMayRepeatIn(at.Segment, seen);
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
        var earlier = new EarlierRecords(segments, from);
        for (var at = from; ; at = new Position(at.Segment + 1, 0))
        {
            earlier.AddWhatMayRepeatIn(at.Segment, seen);
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
        var (at, isRead) = (from, false);
        while (!isRead)
        {
            using var segment = await WaitForAsync(at, cancellationToken);
            if (segment.File is not { } file)
            {
                tracker.Miss(segments.Folder[SegmentNames.Sealed(at.Segment)], at.Segment);
                yield break;
            }

            var scanner = new LogScanner(file, at, tracker);
            var state = segment.IsSealed ? FollowedState.Sealed : FollowedState.Active;
            while (!isRead && state != FollowedState.Rewritten)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (scanner.Next() is { } record)
                {
                    yield return (file, record);
                }
                else if (state == FollowedState.Sealed)
                {
                    scanner.DropRest();
                    isRead = true;
                }
                else if ((state = StateOf(file, scanner.Place)) == FollowedState.Active)
                {
                    await Task.Delay(Pace, time, cancellationToken);
                }
            }

            at = scanner.Place;
        }
    }

    private async ValueTask<OpenSegment> WaitForAsync(Position at, CancellationToken cancellationToken)
    {
        OpenSegment segment;
        while ((segment = Open(at)) is { File: null, IsMissing: false })
        {
            await Task.Delay(Pace, time, cancellationToken);
        }

        return segment;
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

    /// <summary>What has become of a file that is followed and was read up to a place.</summary>
    private FollowedState StateOf(StorageFile followed, Position place)
    {
        var was = followed.Status();
        using (var active = segments.Folder.TryOpenToRead(SegmentNames.Active))
        {
            if (active?.Status() is { } now && now.IsSameFile(was) && now.Length >= was.Length)
            {
                return FollowedState.Active;
            }
        }

        using var present = segments.Open(place.Segment);
        return present is { IsSealed: true, File: { } closed } && closed.Status().IsSameFile(was) ? FollowedState.Sealed
            : present?.File is { } file && IsRewriteOf(followed, file, place) ? FollowedState.Rewritten
            : throw new TroupeException(
                ErrorCode.Storage, $"'{Printable.Escape(followed.Path)}' was replaced or removed while it was followed. Start following again.");
    }

    /// <summary>A redaction and a repair leave every place and the chain as they were.</summary>
    private static bool IsRewriteOf(StorageFile followed, StorageFile present, Position place)
    {
        var (before, now) = (Predecessor.LastBefore(followed, place), Predecessor.LastBefore(present, place));
        return present.Status().Length >= place.Offset
            && before?.Position == now?.Position
            && (before is null ? place.Offset == 0 : before.NextChain().AsSpan().SequenceEqual(now!.NextChain()));
    }

    private enum FollowedState
    {
        /// <summary>Records are appended to it.</summary>
        Active,

        /// <summary>It holds all that it ever will.</summary>
        Sealed,

        /// <summary>Another file stands in its place, in which it goes on.</summary>
        Rewritten,
    }
}
