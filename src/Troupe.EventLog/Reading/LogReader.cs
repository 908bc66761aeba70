using System.Runtime.CompilerServices;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>Reads and follows the log of a folder. Takes no lock and creates nothing.</summary>
internal sealed class LogReader(StorageFolder folder, DamageList damage, TimeProvider time)
{
    /// <summary>How long a follower may take to notice a record: one look at a file's length costs microseconds.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(50);

    /// <summary>The records from a position to the end, as far as the file reaches when reading gets there.</summary>
    public IEnumerable<LogRecord> Read(Position from)
    {
        using var file = OpenAt(from);
        if (file is null)
        {
            yield break;
        }

        var scanner = Scan(file, from);
        var seen = new HashSet<RecordId>();
        while (scanner.Next() is { } record)
        {
            if (IsFirst(record, seen))
            {
                yield return record;
            }
        }

        scanner.ReportEnd();
    }

    public async IAsyncEnumerable<LogRecord> FollowAsync(Position from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StorageFile? file;
        while ((file = OpenAt(from)) is null)
        {
            await Task.Delay(Pace, time, cancellationToken);
        }

        using (file)
        {
            var scanner = Scan(file, from);
            var seen = new HashSet<RecordId>();
            while (true)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (scanner.Next() is not { } record)
                {
                    RefuseReplaced(file);
                    await Task.Delay(Pace, time, cancellationToken);
                }
                else if (IsFirst(record, seen))
                {
                    yield return record;
                }
            }
        }
    }

    /// <summary>Null: there is no log yet, which is an empty one.</summary>
    private StorageFile? OpenAt(Position from)
    {
        var file = folder.TryOpenToRead(LogAppender.LogName);
        var length = file?.Status().Length ?? 0;
        if (from.Offset <= length)
        {
            return file;
        }

        file?.Dispose();
        throw new TroupeException(
            ErrorCode.Storage,
            $"'{Printable.Escape(folder[LogAppender.LogName])}' ends at 0:{length}, before position {from} where reading was to go on: the log was cut or replaced. Restore it, or delete the checkpoints that were made from it.");
    }

    private LogScanner Scan(StorageFile file, Position from) =>
        new(file, from, new DamageTracker(file.Path, () => Predecessor.Of(file, from), damage.Add));

    private bool IsFirst(LogRecord record, HashSet<RecordId> seen)
    {
        if (seen.Add(record.Id))
        {
            return true;
        }

        damage.Add(new LogDamage(folder[LogAppender.LogName], record.Position, record.Next.Offset - record.Position.Offset, DamageKind.Repeated));
        return false;
    }

    private void RefuseReplaced(StorageFile followed)
    {
        using var present = folder.TryOpenToRead(LogAppender.LogName);
        var (was, now) = (followed.Status(), present?.Status());
        if (now?.Inode != was.Inode || now?.Device != was.Device || now?.Length < was.Length)
        {
            throw new TroupeException(
                ErrorCode.Storage, $"'{Printable.Escape(followed.Path)}' was replaced or removed while it was followed. Start following again.");
        }
    }
}
