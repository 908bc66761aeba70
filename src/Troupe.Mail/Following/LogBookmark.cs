using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Where a reader of the log stopped: the last record that it took. A place alone would be trusted blindly after the log was
/// rewritten (a redaction, a restored backup), so the record's id is kept beside it and compared.
/// </summary>
public readonly record struct LogBookmark(Position At, RecordId Id)
{
    public static LogBookmark Of(LogRecord record) => new(record.Position, record.Id);

    /// <summary>Where to read on: right after the record, wherever it is now. Null: the log does not hold it any more.</summary>
    public async Task<Position?> FindAsync(IEventLog log, CancellationToken cancellationToken) =>
        await FindAtItsPlaceAsync(log, cancellationToken) is { } next ? next : await SearchAsync(log, cancellationToken);

    /// <summary>Right after the record; null where it is not at its place any more.</summary>
    public async Task<Position?> FindAtItsPlaceAsync(IEventLog log, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var record in log.ReadAsync(At, cancellationToken))
            {
                return record.Id == Id ? record.Next : null;
            }
        }
        catch (Core.TroupeException problem) when (problem.Code is Core.ErrorCode.Storage)
        {
            // The log ends before this place: it was cut, and the search says by how much.
        }

        return null;
    }

    private async Task<Position?> SearchAsync(IEventLog log, CancellationToken cancellationToken)
    {
        await foreach (var record in log.ReadAsync(Position.Start, cancellationToken))
        {
            if (record.Id == Id)
            {
                return record.Next;
            }
        }

        return null;
    }
}
